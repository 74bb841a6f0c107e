package org.bihuan.dispatch.figures;

import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.kit.time.DayPeriod;
import org.bihuan.kit.time.DistrictTime;

/** By what figures of items are told apart, and by which filter the list of one is narrowed. */
public enum FiguresBy {
  UNIT("e.assignment.leadUnit.code", "unitCode"),
  SUBDISTRICT("e.problem.subdistrictCode", "subdistrictCode"),
  CATEGORY("e.problem.categoryCode", "categoryCode"),
  SOURCE("e.problem.sourceKind", "sourceKind"),
  STATUS("e.status", null),
  /**
   * Day of the district's calendar of what is counted: a filing, a write-off, the end of a limit.
   */
  DAY(null, null);

  private final String path;
  private final String filter;

  FiguresBy(String path, String filter) {
    this.path = path;
    this.filter = filter;
  }

  /** What tells the items of a measure apart, in query language. */
  String expression(Measure measure) {
    return this == DAY
        ? "cast(function('timezone', '%s', e.%s) as LocalDate)"
            .formatted(DistrictTime.ZONE, measure.moment())
        : path;
  }

  /** Address of the list behind a figure of the row {@code key}; of all rows for {@code null}. */
  String list(Measure measure, DayPeriod period, String key) {
    if (key == null) {
      return measure.list(period);
    }
    return switch (this) {
      case DAY -> measure.list(DayPeriod.ofDay(key));
      case STATUS -> measure.list(period, ItemStatus.valueOf(key));
      default -> measure.list(period) + "&" + filter + "=" + key;
    };
  }
}
