package org.bihuan.dispatch.organisation.leader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.bihuan.kit.paging.CodeList;

/** The bodies that lead the district, in their order. */
@ApplicationScoped
public class LeadingBodies implements PanacheRepositoryBase<LeadingBody, String>, CodeList {

  List<LeadingBody> ordered() {
    return list("order by position");
  }

  /** The body that {@code text} names by its code or its name. */
  public Optional<LeadingBody> called(String text) {
    return find("code = ?1 or name = ?1", text).firstResultOptional();
  }

  @Override
  public Optional<String> codeOf(String text) {
    return called(text).map(LeadingBody::code);
  }

  @Override
  public String fault() {
    return "unknown-body";
  }
}
