package org.bihuan.dispatch.organisation.duty;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.bihuan.kit.paging.CodeList;

/** The frontline groups, in their order. */
@ApplicationScoped
public class FrontlineGroups implements PanacheRepositoryBase<FrontlineGroup, String>, CodeList {

  public List<FrontlineGroup> ordered() {
    return list("order by position");
  }

  @Override
  public Optional<String> codeOf(String text) {
    return find("code = ?1 or name = ?1", text).firstResultOptional().map(FrontlineGroup::code);
  }

  @Override
  public String fault() {
    return "unknown-group";
  }
}
