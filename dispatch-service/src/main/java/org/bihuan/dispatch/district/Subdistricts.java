package org.bihuan.dispatch.district;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.kit.paging.CodeList;

/** The sub-districts that have been published so far. */
@ApplicationScoped
public class Subdistricts implements PanacheRepositoryBase<Subdistrict, String>, CodeList {

  List<Subdistrict> ordered() {
    return list("order by code");
  }

  /** Code of the sub-district that {@code text} names by its code or its name. */
  public Optional<String> called(String text) {
    return find("code = ?1 or name = ?1", text).firstResultOptional().map(Subdistrict::code);
  }

  @Override
  public Optional<String> codeOf(String text) {
    return findByIdOptional(text).map(Subdistrict::code);
  }

  @Override
  public String fault() {
    return "unknown-subdistrict";
  }

  /** Takes the newest state over; intake-service owns it. */
  public void follow(SubdistrictPublished published) {
    getEntityManager().merge(Subdistrict.of(published.code(), published.name()));
  }
}
