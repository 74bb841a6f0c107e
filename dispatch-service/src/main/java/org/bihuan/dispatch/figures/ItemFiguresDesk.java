package org.bihuan.dispatch.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.dispatch.figures.ItemFiguresView.FiguresRow;
import org.bihuan.dispatch.handling.WaitingItems;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.kit.paging.Figure;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.time.DayPeriod;

/** Counts what came in, was closed and was late, each in one pass over what the period has. */
@ApplicationScoped
@Transactional
class ItemFiguresDesk {

  private final OrderItems items;
  private final ItemAccess access;
  private final WaitingItems waiting;
  private final Clock clock;

  ItemFiguresDesk(OrderItems items, ItemAccess access, WaitingItems waiting, Clock clock) {
    this.items = items;
    this.access = access;
    this.waiting = waiting;
    this.clock = clock;
  }

  ItemFiguresView read(FiguresBy by, LocalDate from, LocalDate to) {
    DayPeriod period = asked(by, from, to);
    Instant now = clock.instant();
    Map<Measure, Map<String, Long>> counts = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      counts.put(
          measure,
          items.countEach(
              measure.filter(period).narrow(access.visibleItems(), waiting, now),
              by.expression(measure)));
    }
    Stream<String> keys =
        by == FiguresBy.DAY
            ? period.days()
            : counts.values().stream()
                .flatMap(each -> each.keySet().stream())
                .filter(Objects::nonNull)
                .distinct()
                .sorted();
    List<FiguresRow> rows = keys.map(key -> row(by, period, key, counts)).toList();
    return new ItemFiguresView(from, to, by, row(by, period, null, counts), rows);
  }

  private static DayPeriod asked(FiguresBy by, LocalDate from, LocalDate to) {
    List<FieldError> faults = new ArrayList<>(DayPeriod.faults(from, to));
    if (by == null) {
      faults.add(new FieldError("by", "required"));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return new DayPeriod(from, to);
  }

  private static FiguresRow row(
      FiguresBy by, DayPeriod period, String key, Map<Measure, Map<String, Long>> counts) {
    return new FiguresRow(
        key,
        figure(by, Measure.FILED, period, key, counts),
        figure(by, Measure.CLOSED, period, key, counts),
        figure(by, Measure.OVERDUE, period, key, counts),
        figure(by, Measure.OPEN, period, key, counts));
  }

  private static Figure figure(
      FiguresBy by,
      Measure measure,
      DayPeriod period,
      String key,
      Map<Measure, Map<String, Long>> counts) {
    Map<String, Long> each = counts.get(measure);
    long count =
        key == null
            ? each.values().stream().mapToLong(Long::longValue).sum()
            : each.getOrDefault(key, 0L);
    return Figure.count(count, by.list(measure, period, key));
  }
}
