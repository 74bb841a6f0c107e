package org.bihuan.dispatch.paper;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.OrderKind;
import org.bihuan.contract.Place;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnitName;
import org.bihuan.contract.UnitRole;
import org.bihuan.dispatch.attachment.AttachmentCaption;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.order.OrderStatus;
import org.bihuan.dispatch.order.OrderView;
import org.bihuan.dispatch.order.SupervisionOrder.Urgency;
import org.bihuan.dispatch.reply.MeasureUnit;
import org.bihuan.dispatch.reply.Money;
import org.bihuan.dispatch.reply.Outcome;
import org.bihuan.dispatch.reply.Outcome.Qualifier;
import org.bihuan.dispatch.reply.ReplyStep;
import org.bihuan.dispatch.reply.ReplyView;
import org.bihuan.dispatch.reply.ReplyView.ReviewView;
import org.bihuan.dispatch.reply.ReviewDecision;
import org.bihuan.dispatch.sla.Light;
import org.bihuan.dispatch.task.TaskStatus;
import org.bihuan.dispatch.task.TaskView;
import org.bihuan.dispatch.task.TaskView.TaskReplyView;
import org.bihuan.dispatch.task.TaskView.TaskWaiverView;

/** Views as the papers are made of, and what they need beside them. */
final class SampleViews {

  static final String DESCRIPTION = "市民反映桦林山市场公厕地面污渍、异味严重，无人打扫，多次拨打热线未见改善。";

  static final UUID ORDER = UUID.fromString("01998c00-0000-7000-8000-000000000104");

  static final UUID BEFORE = UUID.fromString("01998c00-0000-7000-8000-0000000000b1");
  static final UUID AFTER = UUID.fromString("01998c00-0000-7000-8000-0000000000a1");
  static final UUID UNKNOWN = UUID.fromString("01998c00-0000-7000-8000-0000000000a2");

  static final Map<UUID, AttachmentCaption> CAPTIONS =
      Map.of(
          BEFORE,
          AttachmentCaption.of(BEFORE, "a".repeat(64), Instant.parse("2026-11-29T02:20:00Z")),
          AFTER,
          AttachmentCaption.of(AFTER, "b".repeat(64), null));

  private static final Instant ISSUED = Instant.parse("2026-11-29T02:15:00Z");
  private static final UnitName UNIT = new UnitName("MARKET_SERVICE_CENTRE_1", "市场服务建设一中心");

  private SampleViews() {}

  static Letterhead letterhead() {
    return new Letterhead() {
      @Override
      public String issuingBody() {
        return "区创城工作专班";
      }

      @Override
      public String contact() {
        return "专班值班室";
      }

      @Override
      public String phone() {
        return "19900000000";
      }

      @Override
      public String feedback() {
        return "登录系统在线回复，或将回复单签字盖章后报专班";
      }

      @Override
      public String demand() {
        return "采取有力措施，按期彻底整改";
      }

      @Override
      public String address() {
        return "https://bihuan.example";
      }
    };
  }

  static PaperNames names() {
    return new PaperNames() {
      @Override
      public String category(String code) {
        return code == null ? "" : "环境卫生";
      }

      @Override
      public String subdistrict(String code) {
        return code == null ? "" : "台东街道";
      }

      @Override
      public Optional<Duration> limit(DeadlineClass deadlineClass, Instant issuedAt) {
        return Optional.of(Duration.ofHours(deadlineClass == DeadlineClass.FACILITY ? 72 : 48));
      }
    };
  }

  /** An order with all that a form has, of so many items. */
  static OrderView order(int items, String description) {
    return new OrderView(
        ORDER,
        "创督〔2026〕104号",
        OrderKind.SPECIAL,
        "公厕保洁不到位，责令立即整改",
        SourceKind.MEDIA_EXPOSURE,
        "示例电视台《民生在线》",
        LocalDate.of(2026, 11, 28),
        "签发示例",
        Urgency.URGENT,
        UNIT,
        ISSUED,
        OrderStatus.ISSUED,
        null,
        null,
        null,
        List.of(),
        Map.of(ItemStatus.ISSUED, (long) items),
        IntStream.rangeClosed(1, items).mapToObj(i -> item(i, description, List.of())).toList(),
        null,
        0);
  }

  /** An order that a rule made: without basis, signer and demand. */
  static OrderView routineOrder(OrderStatus status) {
    OrderView order = order(1, DESCRIPTION);
    OrderItemView item = order.items().get(0);
    return new OrderView(
        ORDER,
        order.serial(),
        OrderKind.ROUTINE,
        null,
        null,
        null,
        null,
        null,
        Urgency.NORMAL,
        UNIT,
        ISSUED,
        status,
        null,
        null,
        null,
        List.of(),
        Map.of(),
        List.of(withoutWords(item)),
        null,
        0);
  }

  static OrderItemView item(List<ReplyView> replies) {
    return item(1, DESCRIPTION, replies);
  }

  static OrderItemView item(int number, String description, List<ReplyView> replies) {
    boolean facility = number % 2 == 0;
    return new OrderItemView(
        new UUID(0x01998c0000007000L, number),
        ORDER,
        "创督〔2026〕104号",
        new UUID(0x01998c0000007001L, number),
        "W20261129%04d".formatted(number),
        facility ? "便池冲水损坏" : "公厕保洁差",
        description,
        "SANITATION",
        new Place("桦林山市场北门公厕", "370203021", "370203021005", 120.35, 36.08),
        SourceKind.MEDIA_EXPOSURE,
        ItemStatus.ISSUED,
        UNIT,
        List.of(new UnitName("HUALINSHAN_OFFICE", "桦林山管理所")),
        List.of(),
        "测试责任人",
        "立即组织保洁，更换破损部件，举一反三排查全部公厕。",
        facility ? DeadlineClass.FACILITY : DeadlineClass.GENERAL,
        ISSUED,
        ISSUED,
        ISSUED.plus(Duration.ofHours(facility ? 72 : 48)),
        null,
        false,
        null,
        null,
        Light.GREEN,
        Duration.ofHours(40),
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        List.of(),
        replies,
        0);
  }

  private static OrderItemView withoutWords(OrderItemView item) {
    return new OrderItemView(
        item.id(),
        item.orderId(),
        item.orderSerial(),
        item.problemId(),
        item.problemSerial(),
        item.title(),
        item.description(),
        null,
        null,
        SourceKind.CITIZEN,
        item.status(),
        UNIT,
        List.of(),
        List.of(),
        null,
        null,
        item.deadlineClass(),
        item.filedAt(),
        item.issuedAt(),
        item.dueAt(),
        null,
        false,
        null,
        null,
        Light.GREEN,
        Duration.ZERO,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        List.of(),
        null,
        0);
  }

  /** What a unit that helps has done, with a photo from after. */
  static TaskView task(UnitRole role, String unit, int round) {
    TaskReplyView reply =
        new TaskReplyView(
            null,
            null,
            "已恢复通行",
            List.of(AFTER),
            List.of(new Outcome("疏导路段", new BigDecimal("300"), MeasureUnit.METRE, null)),
            List.of(new ReplyStep("疏导交通", "一大队", ISSUED.plusSeconds(7_200))),
            new UnitName("SQUADRON", "示例中队"),
            List.of(),
            List.of(AFTER),
            true,
            ISSUED.plusSeconds(14_400),
            new Actor("UNIT_HANDLER", "TRAFFIC_POLICE", "subject"));
    return task(role, unit, round, role == UnitRole.LEAD ? null : reply, null);
  }

  /** A unit of which nothing is wanted any more. */
  static TaskView waived(String unit) {
    TaskWaiverView waiver =
        new TaskWaiverView("无管线在此", ISSUED, new Actor("SPECIAL_TEAM", null, "subject"));
    return task(UnitRole.EXTERNAL, unit, 0, null, waiver);
  }

  private static TaskView task(
      UnitRole role, String unit, int round, TaskReplyView reply, TaskWaiverView waiver) {
    return new TaskView(
        new UnitName("UNIT", unit),
        role,
        waiver == null ? TaskStatus.REPLIED : TaskStatus.WAIVED,
        round,
        ISSUED.plus(Duration.ofHours(48)),
        false,
        null,
        Light.GREEN,
        Duration.ofHours(40),
        Duration.ofHours(4),
        null,
        reply,
        waiver,
        List.of(),
        0);
  }

  /** The same reply with a photo from before and two from after, one of which nobody knows. */
  static ReplyView withPhotos(ReplyView reply) {
    return new ReplyView(
        reply.id(),
        reply.itemId(),
        reply.kind(),
        reply.round(),
        reply.onTime(),
        reply.repliedAt(),
        reply.repliedBy(),
        reply.cause(),
        reply.measures(),
        reply.resultSummary(),
        reply.lastingMeasures(),
        List.of(BEFORE, AFTER, UNKNOWN),
        reply.outcomes(),
        reply.spent(),
        reply.steps(),
        reply.subUnit(),
        List.of(BEFORE),
        List.of(AFTER, UNKNOWN),
        reply.review(),
        reply.version());
  }

  /** A reply with all that a form has; {@code decision} may be {@code null}. */
  static ReplyView reply(ReplyKind kind, String measures, ReviewDecision decision) {
    ReviewView review =
        decision == null
            ? null
            : new ReviewView(decision, "整改情况属实。", "增加打扫频次，随时看、即时换。", ISSUED.plusSeconds(90_000));
    return new ReplyView(
        UUID.randomUUID(),
        UUID.randomUUID(),
        kind,
        0,
        true,
        ISSUED.plusSeconds(80_000),
        new Actor("UNIT_HANDLER", UNIT.code(), "subject"),
        "保洁班次不足，早晚高峰无人值守。",
        measures,
        "公厕地面、便池已清洗消毒，异味消除。",
        "建立一日四扫台账，每周通报。",
        List.of(UUID.randomUUID(), UUID.randomUUID()),
        List.of(
            new Outcome("更换破损瓷砖", new BigDecimal("12.500"), MeasureUnit.SQUARE_METRE, null),
            new Outcome("清洗点位", new BigDecimal("30"), MeasureUnit.PLACE, Qualifier.AT_LEAST)),
        new Money("1200.00", "CNY"),
        List.of(new ReplyStep("清洗便池", "保洁一班", ISSUED.plusSeconds(7_200))),
        null,
        List.of(),
        List.of(),
        review,
        0);
  }
}
