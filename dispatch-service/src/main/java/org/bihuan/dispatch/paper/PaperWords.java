package org.bihuan.dispatch.paper;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.Place;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.attachment.AttachmentCaption;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.reply.MeasureUnit;
import org.bihuan.dispatch.reply.Money;
import org.bihuan.dispatch.reply.Outcome;
import org.bihuan.dispatch.reply.Outcome.Qualifier;
import org.bihuan.dispatch.reply.ReplyStep;
import org.bihuan.dispatch.task.TaskView;
import org.bihuan.kit.time.DistrictTime;

/** How official papers say things. */
final class PaperWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA).withZone(DistrictTime.ZONE);

  /** Enough to tell one photo from another; the whole hash is in the system. */
  private static final int SHOWN_OF_HASH = 16;

  private PaperWords() {}

  /** A day as 2026年11月29日. */
  static String day(TemporalAccessor day) {
    return DAY.format(day);
  }

  /** The day of a moment on the district's calendar. */
  static String dayOf(Instant moment) {
    return day(DistrictTime.day(moment));
  }

  /** What was done, in one text and step by step, each with its time and who did it. */
  static String measures(String measures, List<ReplyStep> steps) {
    StringBuilder lines = new StringBuilder(measures == null ? "" : measures);
    for (ReplyStep step : steps) {
      lines.append(lines.isEmpty() ? "" : "\n");
      lines.append(minute(step.doneAt())).append("　").append(step.text());
      lines.append("（").append(step.doneBy()).append("）");
    }
    return lines.toString();
  }

  /**
   * When a photo was taken, and the beginning of its hash.
   *
   * @param caption {@code null} when nothing is known of it
   */
  static String photo(AttachmentCaption caption) {
    boolean dated = caption != null && caption.takenAt() != null;
    String taken = dated ? "拍摄于" + minute(caption.takenAt()) : "拍摄时间不详";
    return caption == null
        ? taken
        : taken + "，SHA-256 " + caption.sha256().substring(0, SHOWN_OF_HASH) + "…";
  }

  /** What a unit that helped has done, or why nothing was owed by it. */
  static String task(TaskView task) {
    String below =
        task.reply() == null || task.reply().subUnit() == null
            ? ""
            : "（" + task.reply().subUnit().name() + "）";
    String told =
        task.reply() == null
            ? "免予配合，" + task.waiver().reason()
            : joined(
                "；",
                measures(task.reply().measures(), task.reply().steps()),
                task.reply().resultSummary(),
                outcomes(task.reply().outcomes()),
                minute(task.reply().repliedAt()) + "回复");
    return task.unit().name() + below + "：" + told;
  }

  /** What was achieved, in one line. */
  static String outcomes(List<Outcome> outcomes) {
    return outcomes.stream().map(PaperWords::outcome).collect(Collectors.joining("；"));
  }

  /** A moment as 2026年11月29日 19:05, nothing for {@code null}. */
  static String minute(Instant moment) {
    return moment == null ? "" : MINUTE.format(moment);
  }

  /** The class with its hourly limit: 一般（48小时）. */
  static String deadlineClass(OrderItemView item, PaperNames names) {
    String name = name(item.deadlineClass());
    return item.issuedAt() == null
        ? name
        : names
            .limit(item.deadlineClass(), item.issuedAt())
            .map(limit -> name + "（" + length(limit) + "）")
            .orElse(name);
  }

  private static String name(DeadlineClass deadlineClass) {
    return switch (deadlineClass) {
      case GENERAL -> "一般";
      case FACILITY -> "设施";
      case PLANNED -> "计划";
      case EMERGENCY -> "紧急";
    };
  }

  private static String length(Duration limit) {
    return limit.toMinutesPart() == 0 ? limit.toHours() + "小时" : limit.toMinutes() + "分钟";
  }

  /** Sub-district, community and point, each on a line of its own. */
  static String place(Place place, PaperNames names) {
    if (place == null) {
      return "";
    }
    String community = place.communityCode() == null ? null : "社区" + place.communityCode();
    return joined("\n", names.subdistrict(place.subdistrictCode()), community, place.address());
  }

  /** What is wrong: the title, and what the description adds to it. */
  static String problem(OrderItemView item) {
    String description = item.description() == null ? "" : item.description();
    return description.startsWith(item.title())
        ? description
        : joined("\n", item.title(), description);
  }

  static String ended(OrderItemView item) {
    return item.status() == ItemStatus.CANCELLED ? "（已撤销）" : "";
  }

  static String units(Stream<UnitName> units) {
    return units.map(UnitName::name).distinct().collect(Collectors.joining("、"));
  }

  static String money(Money money) {
    return money == null
        ? ""
        : money.amount() + ("CNY".equals(money.currency()) ? "元" : " " + money.currency());
  }

  /** What was achieved: 拆除旧电缆 4810米; 余 after a figure that is a lower bound. */
  static String outcome(Outcome outcome) {
    return outcome.measure()
        + " "
        + outcome.quantity().stripTrailingZeros().toPlainString()
        + (outcome.qualifier() == Qualifier.AT_LEAST ? "余" : "")
        + unit(outcome.unit());
  }

  private static String unit(MeasureUnit unit) {
    return switch (unit) {
      case METRE -> "米";
      case SQUARE_METRE -> "平方米";
      case COUNT_BUILDING_YARD -> "个楼院";
      case COUNT_LANE -> "条街巷";
      case COUNT_MARKET -> "个市场";
      case PLACE -> "处";
      case CNY -> "元";
    };
  }

  /** Those of the texts that say something. */
  static String joined(String between, String... texts) {
    return Stream.of(texts)
        .filter(text -> text != null && !text.isEmpty())
        .collect(Collectors.joining(between));
  }
}
