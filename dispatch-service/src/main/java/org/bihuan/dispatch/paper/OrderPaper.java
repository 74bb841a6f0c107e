package org.bihuan.dispatch.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.dispatch.district.SourceNames;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.order.OrderStatus;
import org.bihuan.dispatch.order.OrderView;
import org.bihuan.dispatch.order.SupervisionOrder.Urgency;
import org.bihuan.paper.Paper;
import org.bihuan.paper.Paper.Block;
import org.bihuan.paper.Paper.Code;
import org.bihuan.paper.Paper.Column;
import org.bihuan.paper.Paper.Field;
import org.bihuan.paper.Paper.Grid;
import org.bihuan.paper.Paper.Head;
import org.bihuan.paper.Paper.Imprint;
import org.bihuan.paper.Paper.Paragraph;
import org.bihuan.paper.Paper.Signature;
import org.bihuan.paper.Paper.Table;

/** A supervision order on paper (督办单), with all that the form asks for. */
final class OrderPaper {

  /** Room for a name that is written by hand. */
  private static final String BLANK = "　　　　";

  /** The newest of them; the rest is on the screen. */
  private static final int MOST_DEMANDS = 3;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("序号", 10, true),
          new Column("问题编号\n街道/社区/点位", 31, false),
          new Column("类别\n类型", 20, true),
          new Column("问题描述\n整改要求", 47, false),
          new Column("整改期限", 20, true),
          new Column("责任单位\n责任人\n配合单位", 28, false));

  private final OrderView order;
  private final Map<UUID, List<String>> demands;
  private final Letterhead letterhead;
  private final PaperNames names;

  private OrderPaper(
      OrderView order, Map<UUID, List<String>> demands, Letterhead letterhead, PaperNames names) {
    this.order = order;
    this.demands = demands;
    this.letterhead = letterhead;
    this.names = names;
  }

  /**
   * The paper of an order.
   *
   * @param order as its reader may see it
   * @param demands what was demanded for good before at the place of each item, by its id
   */
  static Paper of(
      OrderView order, Map<UUID, List<String>> demands, Letterhead letterhead, PaperNames names) {
    return new OrderPaper(order, demands, letterhead, names).paper();
  }

  private Paper paper() {
    String signer = order.signer() == null ? BLANK : order.signer();
    Head head =
        new Head(
            letterhead.issuingBody(),
            "紧急程度：" + (order.urgency() == Urgency.URGENT ? "加急" : "普通"),
            order.serial(),
            "签发人：" + signer);
    return new Paper(order.serial(), head, title(), body());
  }

  private String title() {
    String title =
        switch (order.kind()) {
          case ROUTINE -> "督办单";
          case SPECIAL -> "专项督办单";
          case BULLETIN -> "督查专报";
        };
    return order.status() == OrderStatus.CANCELLED ? title + "（作废）" : title;
  }

  private List<Block> body() {
    List<Block> body = new ArrayList<>();
    if (order.cancelledAt() != null) {
      body.add(new Paragraph(cancelled(), false));
    }
    body.add(new Paragraph("主送：" + order.leadUnit().name(), false));
    body.add(new Paragraph("督办依据：" + basis(), true));
    body.add(new Paragraph("现将下列" + order.items().size() + "个事项交你单位办理，请按期整改并逐项回复。", true));
    body.add(new Table(COLUMNS, rows()));
    body.add(
        new Paragraph(
            "反馈方式：%s。联系人：%s，电话：%s。"
                .formatted(letterhead.feedback(), letterhead.contact(), letterhead.phone()),
            true));
    body.add(new Signature(letterhead.issuingBody(), PaperWords.dayOf(order.issuedAt())));
    body.add(receipt());
    body.add(imprint());
    return body;
  }

  private String cancelled() {
    String reason = order.cancelReason().replaceFirst("[。.]$", "");
    return "本督办单已于%s撤销，文号作废。撤销原因：%s。".formatted(PaperWords.dayOf(order.cancelledAt()), reason);
  }

  /**
   * What it rests on: kind, reference and day, then the words. A routine order rests on its
   * problems.
   */
  private String basis() {
    String kind =
        order.basisKind() == null
            ? order.items().stream()
                .map(OrderItemView::sourceKind)
                .distinct()
                .map(SourceNames::of)
                .collect(Collectors.joining("、"))
            : SourceNames.of(order.basisKind());
    String day = order.basisOn() == null ? null : PaperWords.day(order.basisOn());
    String which = PaperWords.joined("，", order.basisReference(), day);
    String words = order.basis() == null ? "" : order.basis().replaceFirst("[。.]$", "");
    return PaperWords.joined("；", which.isEmpty() ? kind : kind + "（" + which + "）", words) + "。";
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (OrderItemView item : order.items()) {
      rows.add(row(rows.size() + 1, item));
    }
    return rows;
  }

  private List<String> row(int number, OrderItemView item) {
    String demand = item.demand() == null ? letterhead.demand() : item.demand();
    String helping = PaperWords.units(item.jointUnits().stream());
    return List.of(
        String.valueOf(number),
        PaperWords.joined(
            "\n",
            item.problemSerial() + PaperWords.ended(item),
            PaperWords.place(item.place(), names)),
        PaperWords.joined(
            "\n", names.category(item.categoryCode()), PaperWords.deadlineClass(item, names)),
        "描述：" + PaperWords.problem(item) + "\n要求：" + demand + lasting(item),
        PaperWords.minute(item.dueAt()).replace("年", "年\n").replace(' ', '\n'),
        "单位：%s\n责任人：%s\n配合：%s"
            .formatted(
                item.leadUnit().name(),
                item.responsiblePerson() == null ? "" : item.responsiblePerson(),
                helping.isEmpty() ? "无" : helping));
  }

  private String lasting(OrderItemView item) {
    List<String> there = demands.getOrDefault(item.id(), List.of());
    if (there.isEmpty()) {
      return "";
    }
    int left = Math.max(0, there.size() - MOST_DEMANDS);
    String rest = left == 0 ? "" : "；另有" + left + "条，见系统";
    return "\n此处已有长效要求：" + String.join("；", there.subList(left, there.size())) + rest;
  }

  private Grid receipt() {
    return new Grid(
        List.of(
            List.of(
                Field.of("下发时间", PaperWords.minute(order.issuedAt()).replace(' ', '\n')),
                Field.of("签收单位", order.leadUnit().name())),
            List.of(new Field("签收人", "", 12), new Field("签收时间", "", 12))),
        new Code(letterhead.address() + "/console/order-items?orderId=" + order.id(), "扫码查看事项"));
  }

  private Imprint imprint() {
    String copies =
        PaperWords.units(order.items().stream().flatMap(item -> item.jointUnits().stream()));
    return new Imprint(
        List.of(
            "抄送：" + (copies.isEmpty() ? "无" : copies + "。"),
            letterhead.issuingBody() + "　　" + PaperWords.dayOf(order.issuedAt()) + "印发"));
  }
}
