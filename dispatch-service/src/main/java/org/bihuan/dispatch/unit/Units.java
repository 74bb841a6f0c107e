package org.bihuan.dispatch.unit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.CodeList;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every unit, those no longer active included. */
@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, UUID>, CodeList {

  private static final Keyset<Unit> PAGES = new Keyset<>(Unit.class, Unit::id);

  /** All of them with their aliases, in two tables' one query. */
  public List<Unit> withAliases() {
    return list("select u from Unit u left join fetch u.aliases order by u.code");
  }

  @Override
  public Optional<String> codeOf(String text) {
    return getEntityManager()
        .createQuery(
            "select u.code from Unit u"
                + " where u.code = :text or u.name = :text or :text member of u.aliases",
            String.class)
        .setParameter("text", text)
        .getResultStream()
        .findFirst();
  }

  @Override
  public String fault() {
    return "unknown-unit";
  }

  Page<Unit> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /** The unit under exactly this code. */
  Optional<Unit> ofCode(String code) {
    return find("code", code).firstResultOptional();
  }

  /** The units under exactly these codes. */
  List<Unit> ofCodes(Collection<String> codes) {
    return list("code in ?1", codes);
  }

  /** The fallback unit, when it takes work. */
  Optional<Unit> activeFallback() {
    return find("fallback and active").firstResultOptional();
  }
}
