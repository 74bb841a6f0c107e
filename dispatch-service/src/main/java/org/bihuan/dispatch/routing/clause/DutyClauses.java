package org.bihuan.dispatch.routing.clause;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The duty clauses, in their order. */
@ApplicationScoped
public class DutyClauses implements PanacheRepositoryBase<DutyClause, String> {

  List<DutyClause> ordered() {
    return list("order by position, code");
  }
}
