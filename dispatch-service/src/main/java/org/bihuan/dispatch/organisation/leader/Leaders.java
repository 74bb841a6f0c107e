package org.bihuan.dispatch.organisation.leader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.CodeList;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every leader, former and future ones included. */
@ApplicationScoped
public class Leaders implements PanacheRepositoryBase<Leader, UUID>, CodeList {

  private static final Keyset<Leader> PAGES = new Keyset<>(Leader.class, Leader::id);

  /** The leader with this code. */
  public Optional<Leader> ofCode(String code) {
    return find("code", code).firstResultOptional();
  }

  /** The same, so that nobody ends the time in office meanwhile. */
  public Optional<Leader> held(String code) {
    return find("code", code).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** All of them, held so that none is ended meanwhile. */
  List<Leader> allHeld() {
    return find("order by code").withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  @Override
  public Optional<String> codeOf(String text) {
    return ofCode(text).map(Leader::code);
  }

  @Override
  public String fault() {
    return "unknown-leader";
  }

  Page<Leader> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
