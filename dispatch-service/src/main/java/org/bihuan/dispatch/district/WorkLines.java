package org.bihuan.dispatch.district;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.bihuan.kit.paging.CodeList;

/** The work lines, in their order. */
@ApplicationScoped
public class WorkLines implements PanacheRepositoryBase<WorkLine, String>, CodeList {

  public List<WorkLine> ordered() {
    return list("order by position");
  }

  @Override
  public Optional<String> codeOf(String text) {
    return find("code = ?1 or name = ?1", text).firstResultOptional().map(WorkLine::code);
  }

  @Override
  public String fault() {
    return "unknown-line";
  }
}
