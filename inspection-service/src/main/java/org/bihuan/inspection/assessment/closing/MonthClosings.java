package org.bihuan.inspection.assessment.closing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.time.Month;

/** Months that are closed. */
@ApplicationScoped
public class MonthClosings implements PanacheRepositoryBase<MonthClosing, UUID> {

  /** The closing of {@code month}, if there was one. */
  public Optional<MonthClosing> of(Month month) {
    return find("month", month.toString()).firstResultOptional();
  }

  /** All of them: twelve a year. */
  public List<MonthClosing> all() {
    return list("order by month");
  }
}
