package org.bihuan.dispatch.ruleset;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Over which items a rule set is rehearsed. */
public class RehearsalRequest extends PageRequest {

  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 366;

  @Parameter(
      description = "Items that came in within so many days, 1 to 366",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "366", defaultValue = "30"))
  @QueryParam("days")
  Integer days;

  /**
   * How far back it goes.
   *
   * @throws Invalid when that is out of range
   */
  Duration span() {
    int wanted = days == null ? USUAL_DAYS : days;
    if (wanted < 1 || wanted > MOST_DAYS) {
      throw new Invalid(List.of(new FieldError("days", "range", 1, MOST_DAYS)));
    }
    return Duration.ofDays(wanted);
  }
}
