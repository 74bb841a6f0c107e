package org.bihuan.dispatch.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.dispatch.attachment.AttachmentCaption;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.reply.ReplyView;
import org.bihuan.dispatch.reply.ReplyView.ReviewView;
import org.bihuan.dispatch.reply.ReviewDecision;
import org.bihuan.paper.Paper;
import org.bihuan.paper.Paper.Field;
import org.bihuan.paper.Paper.Grid;
import org.bihuan.paper.Paper.Head;
import org.bihuan.paper.Paper.Paragraph;

/**
 * The reply to an order item on paper (督办单回复单): with the newest final reply, or to be filled in
 * while there is none. Names and seals are always written by hand.
 */
final class ReplyPaper {

  private static final String OPEN = "□";
  private static final String CHOSEN = "■";

  private static final Map<ReviewDecision, String> DECISIONS =
      new TreeMap<>(
          Map.of(
              ReviewDecision.ACCEPTED,
              "通过",
              ReviewDecision.ACCEPTED_WITH_STANDING_DEMAND,
              "通过并提出长效要求",
              ReviewDecision.RETURNED,
              "退回"));

  private final ReplySheet sheet;
  private final OrderItemView item;
  private final ReplyView reply;
  private final ReviewView review;
  private final Map<UUID, AttachmentCaption> captions;
  private final Letterhead letterhead;
  private final PaperNames names;

  private ReplyPaper(
      ReplySheet sheet,
      Map<UUID, AttachmentCaption> captions,
      Letterhead letterhead,
      PaperNames names) {
    this.sheet = sheet;
    this.item = sheet.item();
    this.reply = sheet.reply();
    this.review = reply == null ? null : reply.review();
    this.captions = captions;
    this.letterhead = letterhead;
    this.names = names;
  }

  /**
   * The form of an item that is on an order.
   *
   * @param sheet what it tells
   * @param captions of the photos from before and after, by their ids
   */
  static Paper of(
      ReplySheet sheet,
      Map<UUID, AttachmentCaption> captions,
      Letterhead letterhead,
      PaperNames names) {
    return new ReplyPaper(sheet, captions, letterhead, names).paper();
  }

  private Paper paper() {
    Head head = new Head(item.leadUnit().name(), "", "督办单文号：" + item.orderSerial(), "");
    return new Paper(
        item.orderSerial() + " " + item.problemSerial() + " 回复单",
        head,
        "督办单回复单",
        List.of(
            new Paragraph("报送：" + letterhead.issuingBody(), false),
            new Grid(rows(), null),
            new Paragraph("审核意见（" + letterhead.issuingBody() + "填写）", false),
            new Grid(List.of(decision(), opinion(), standingDemand(), reviewer()), null)));
  }

  private List<List<Field>> rows() {
    List<List<Field>> rows = new ArrayList<>();
    rows.addAll(List.of(who(), when(), where(), what(), why(), measures(), result(), given()));
    if (!sheet.photos().isEmpty()) {
      rows.add(shown());
    }
    rows.add(achieved());
    if (!sheet.tasks().isEmpty()) {
      rows.add(helped());
    }
    rows.addAll(List.of(lasting(), signatures(), seal()));
    return rows;
  }

  private List<Field> who() {
    String below =
        reply == null || reply.subUnit() == null ? "" : "（" + reply.subUnit().name() + "）";
    return List.of(
        Field.of("回复单位", item.leadUnit().name() + below), Field.of("问题编号", item.problemSerial()));
  }

  private List<Field> when() {
    String person = item.responsiblePerson() == null ? "" : item.responsiblePerson();
    return List.of(Field.of("责任人", person), Field.of("整改期限", PaperWords.minute(item.dueAt())));
  }

  private List<Field> where() {
    return List.of(
        Field.of(
            "类别与点位",
            PaperWords.joined(
                " ",
                names.category(item.categoryCode()),
                PaperWords.deadlineClass(item, names),
                PaperWords.place(item.place(), names).replace('\n', ' '))));
  }

  private List<Field> what() {
    return List.of(Field.of("问题描述", PaperWords.problem(item)));
  }

  private List<Field> why() {
    return List.of(new Field("原因分析", reply == null ? "" : reply.cause(), 10));
  }

  private List<Field> measures() {
    return List.of(
        new Field(
            "采取措施", reply == null ? "" : PaperWords.measures(reply.measures(), reply.steps()), 19));
  }

  private List<Field> result() {
    String chosen = reply == null ? OPEN : CHOSEN;
    String choice = chosen + "已完成　" + OPEN + "阶段性　" + OPEN + "无法按期（理由、计划完成时间）";
    return List.of(
        new Field("整改结果", reply == null ? choice : choice + "\n" + reply.resultSummary(), 10));
  }

  private List<Field> given() {
    String money = reply == null ? "" : PaperWords.money(reply.spent());
    int files = reply == null ? 0 : reply.attachmentIds().size();
    String attached = reply == null ? "　　件" : files + "件" + (files == 0 ? "" : "，见系统");
    return List.of(Field.of("投入资金", money), Field.of("照片及材料", attached));
  }

  /** The pictures are not on the paper: each is found, and told from any other, by its caption. */
  private List<Field> shown() {
    List<ReplySheet.Photo> photos = sheet.photos();
    String lines =
        IntStream.range(0, photos.size())
            .mapToObj(i -> (i + 1) + ". " + line(photos.get(i)))
            .collect(Collectors.joining("\n"));
    return List.of(Field.of("整改前后照片\n（图像见系统）", lines));
  }

  private String line(ReplySheet.Photo photo) {
    return PaperWords.joined(
            "，",
            photo.unit(),
            photo.before() ? "整改前" : "整改后",
            PaperWords.photo(captions.get(photo.id())))
        + "，编号 "
        + photo.id();
  }

  /** What the units that helped have done. */
  private List<Field> helped() {
    String lines = sheet.tasks().stream().map(PaperWords::task).collect(Collectors.joining("\n"));
    return List.of(Field.of("配合单位", lines));
  }

  private List<Field> achieved() {
    String figures = reply == null ? "" : PaperWords.outcomes(reply.outcomes());
    return List.of(Field.of("成效", figures));
  }

  private List<Field> lasting() {
    return List.of(new Field("长效措施", reply == null ? "" : reply.lastingMeasures(), 8));
  }

  private List<Field> signatures() {
    return List.of(new Field("经办人", "", 10), new Field("单位负责人\n审签", "", 10));
  }

  private List<Field> seal() {
    String at = reply == null ? "" : PaperWords.minute(reply.repliedAt());
    return List.of(Field.of("回复时间", at), new Field("单位盖章", "", 16));
  }

  private List<Field> decision() {
    String choice =
        DECISIONS.entrySet().stream()
            .map(
                decision ->
                    (review != null && review.decision() == decision.getKey() ? CHOSEN : OPEN)
                        + decision.getValue())
            .collect(Collectors.joining("　"));
    return List.of(Field.of("审核结论", choice));
  }

  private List<Field> opinion() {
    return List.of(new Field("意见", review == null ? "" : review.opinion(), 8));
  }

  private List<Field> standingDemand() {
    return List.of(Field.of("长效要求", review == null ? "" : review.standingDemand()));
  }

  private List<Field> reviewer() {
    return List.of(
        Field.of("审核人", ""),
        Field.of("审核时间", review == null ? "" : PaperWords.minute(review.reviewedAt())));
  }
}
