package org.bihuan.dispatch.organisation.span;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.Invalid;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which days are asked for, in every list of what holds for a span of days. */
public class SpanFilter extends PageRequest {

  @Parameter(description = "Only what holds on this day (yyyy-MM-dd); today when it is not given")
  @QueryParam("on")
  LocalDate on;

  @Parameter(description = "true for all that has ever held or will hold, instead of one day")
  @QueryParam("everyDay")
  Boolean everyDay;

  /**
   * Of what meets {@code criteria}, what holds on the day.
   *
   * @param today the day when none is asked for
   */
  protected Criteria holding(Criteria criteria, LocalDate today) {
    if (Boolean.TRUE.equals(everyDay)) {
      if (on != null) {
        throw new Invalid("on", "not-with-every-day");
      }
      return criteria;
    }
    LocalDate day = on == null ? today : on;
    return criteria.where(
        "e.span.validFrom <= %s and (e.span.validTo is null or e.span.validTo > %s)", day, day);
  }
}
