package org.bihuan.kit.paging;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.kit.refusal.Invalid;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters every list takes: how many, from where, in which order, and whether to count. */
public class PageRequest {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;

  @Parameter(
      description = "Rows on a page, 1 to 200",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  @QueryParam("limit")
  Integer limit;

  @Parameter(description = "The nextCursor of the page before")
  @QueryParam("cursor")
  String cursor;

  @Parameter(
      description =
          "Field to sort by, with - in front for descending. Without it newest first; a list "
              + "bounded by a moment is in its order, latest first")
  @QueryParam("sort")
  String sort;

  @Parameter(
      description = "exact adds the number of all matching rows",
      schema = @Schema(enumeration = "exact"))
  @QueryParam("count")
  String count;

  int limit() {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    if (limit < 1 || limit > MOST) {
      throw new Invalid("limit", "range", 1, MOST);
    }
    return limit;
  }

  String cursor() {
    return cursor;
  }

  /** The sort asked for, or {@code null}; always one of {@code offered}, each also with a minus. */
  String sort(List<String> offered) {
    if (sort == null) {
      return null;
    }
    if (!offered.contains(sort.startsWith("-") ? sort.substring(1) : sort)) {
      throw new Invalid("sort", "one-of", String.join(", ", offered));
    }
    return sort;
  }

  boolean counted() {
    if (count != null && !count.equals("exact")) {
      throw new Invalid("count", "one-of", "exact");
    }
    return count != null;
  }
}
