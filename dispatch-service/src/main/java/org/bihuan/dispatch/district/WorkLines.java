package org.bihuan.dispatch.district;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The work lines, in their order. */
@ApplicationScoped
public class WorkLines implements PanacheRepositoryBase<WorkLine, String> {

  List<WorkLine> ordered() {
    return list("order by position");
  }
}
