package org.bihuan.intake.similar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How many similar problems are asked for. */
public class HowMany {

  private static final int DEFAULT_LIMIT = 10;

  @Parameter(
      description = "How many at most, 1 to 50",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50", defaultValue = "10"))
  @QueryParam("limit")
  @Min(1)
  @Max(50)
  Integer limit;

  int limit() {
    return limit == null ? DEFAULT_LIMIT : limit;
  }
}
