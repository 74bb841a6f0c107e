package org.bihuan.dispatch.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnitRole;
import org.bihuan.dispatch.reply.ReplyView;
import org.bihuan.dispatch.reply.ReviewDecision;
import org.bihuan.dispatch.task.TaskView;
import org.bihuan.paper.Paper;
import org.bihuan.paper.PaperForm;
import org.bihuan.paper.PaperWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of a reply on paper [public], in both forms. */
class ReplyPaperTest {

  private static final PaperWriter WRITER = new PaperWriter(Optional.empty());
  private static final String MEASURES = "一是立即组织专业队伍清洗消毒；二是通知桦林山管理所增加保洁人员两名；三是更换破损部件。";

  private static final List<String> LABELS =
      List.of(
          "市场服务建设一中心",
          "督办单文号：创督〔2026〕104号",
          "督办单回复单",
          "报送：区创城工作专班",
          "回复单位市场服务建设一中心问题编号W202611290001",
          "责任人测试责任人整改期限2026年12月1日10:15",
          "类别与点位环境卫生一般（48小时）台东街道社区370203021005桦林山市场北门公厕",
          "问题描述公厕保洁差" + SampleViews.DESCRIPTION,
          "原因分析",
          "采取措施",
          "整改结果",
          "投入资金",
          "照片及材料",
          "成效",
          "长效措施",
          "经办人",
          "单位负责人审签",
          "回复时间",
          "单位盖章",
          "审核意见（区创城工作专班填写）",
          "审核结论",
          "意见",
          "长效要求",
          "审核人",
          "审核时间");

  private static final List<String> ANSWERS =
      List.of(
          "原因分析保洁班次不足，早晚高峰无人值守。",
          "采取措施" + MEASURES,
          "■已完成□阶段性□无法按期（理由、计划完成时间）公厕地面、便池已清洗消毒，异味消除。",
          "投入资金1200.00元",
          "照片及材料2件，见系统",
          "成效更换破损瓷砖12.5平方米；清洗点位30余处",
          "长效措施建立一日四扫台账，每周通报。",
          "回复时间2026年11月30日08:28");

  private static Paper paper(ReplyView... replies) {
    return paper(List.of(), replies);
  }

  private static Paper paper(List<TaskView> tasks, ReplyView... replies) {
    return ReplyPaper.of(
        ReplySheet.of(SampleViews.item(List.of(replies)), tasks),
        SampleViews.CAPTIONS,
        SampleViews.letterhead(),
        SampleViews.names());
  }

  private static ReplyView reply(ReplyKind kind, ReviewDecision decision) {
    return SampleViews.reply(kind, MEASURES, decision);
  }

  private static String onePage(Paper paper) {
    byte[] pdf = WRITER.write(paper, PaperForm.PDF);
    List<String> pages = PaperText.pages(pdf);
    assertEquals(1, pages.size());
    assertTrue(pdf.length < 200_000, "bytes: " + pdf.length);
    return pages.get(0);
  }

  @Test
  void before_a_reply_the_form_is_a_blank_of_one_page() {
    String text = onePage(paper());

    LABELS.forEach(label -> assertTrue(text.contains(label), label + " in " + text));
    assertTrue(text.contains("□已完成□阶段性□无法按期"), text);
    assertTrue(text.contains("□通过□通过并提出长效要求□退回"), text);
    assertFalse(text.contains("■"), text);
  }

  @Test
  void the_newest_final_reply_stands_on_the_form() {
    ReplyView older = SampleViews.reply(ReplyKind.FINAL, "只清理了地面", ReviewDecision.RETURNED);
    ReplyView interim = SampleViews.reply(ReplyKind.INTERIM, "正在采购配件", null);
    Paper paper = paper(older, reply(ReplyKind.FINAL, null), interim);

    String text = onePage(paper);
    LABELS.forEach(label -> assertTrue(text.contains(label), label + " in " + text));
    ANSWERS.forEach(answer -> assertTrue(text.contains(answer), answer + " in " + text));
    assertTrue(text.contains("□通过□通过并提出长效要求□退回"), text);
    String word = PaperText.word(WRITER.write(paper, PaperForm.DOCX));
    LABELS.forEach(label -> assertTrue(word.contains(label), label + " in " + word));
    ANSWERS.forEach(answer -> assertTrue(word.contains(answer), answer + " in " + word));
  }

  @Test
  void an_interim_reply_alone_leaves_the_form_a_blank() {
    assertFalse(onePage(paper(reply(ReplyKind.INTERIM, null))).contains("■"));
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED,                      ■通过□通过并提出长效要求□退回",
    "ACCEPTED_WITH_STANDING_DEMAND, □通过■通过并提出长效要求□退回",
    "RETURNED,                      □通过□通过并提出长效要求■退回"
  })
  void a_review_is_ticked_with_its_words(ReviewDecision decision, String ticked) {
    String text = onePage(paper(reply(ReplyKind.FINAL, decision)));

    assertTrue(text.contains("审核结论" + ticked), text);
    assertTrue(text.contains("意见整改情况属实。长效要求增加打扫频次，随时看、即时换。"), text);
    assertTrue(text.contains("审核时间2026年11月30日11:15"), text);
  }

  @Test
  void photos_from_before_and_after_are_listed_with_time_id_and_hash() {
    Paper paper = paper(SampleViews.withPhotos(reply(ReplyKind.FINAL, null)));

    String text = String.join("", PaperText.pages(WRITER.write(paper, PaperForm.PDF)));
    for (String line :
        List.of(
            "整改前后照片（图像见系统）",
            "1.整改前，拍摄于2026年11月29日10:20，SHA-256aaaaaaaaaaaaaaaa…，编号" + SampleViews.BEFORE,
            "2.整改后，拍摄时间不详，SHA-256bbbbbbbbbbbbbbbb…，编号" + SampleViews.AFTER,
            "3.整改后，拍摄时间不详，编号" + SampleViews.UNKNOWN)) {
      assertTrue(text.contains(line), line + " in " + text);
    }
    assertFalse(onePage(paper(reply(ReplyKind.FINAL, null))).contains("整改前后照片"));
  }

  @Test
  void units_that_helped_in_the_round_of_the_reply_stand_on_the_form_with_their_photos() {
    Paper paper =
        paper(
            List.of(
                SampleViews.task(UnitRole.LEAD, "市场服务建设一中心", 0),
                SampleViews.task(UnitRole.JOINT, "市北交警", 0),
                SampleViews.task(UnitRole.JOINT, "行政执法局", 1),
                SampleViews.waived("运营商一")),
            reply(ReplyKind.FINAL, null));

    String text = String.join("", PaperText.pages(WRITER.write(paper, PaperForm.PDF)));
    for (String line :
        List.of(
            "配合单位市北交警（示例中队）：2026年11月29日12:15疏导交通（一大队）；已恢复通行；疏导路段300米；" + "2026年11月29日14:15回复",
            "运营商一：免予配合，无管线在此",
            "1.市北交警，整改后，拍摄时间不详，SHA-256bbbbbbbbbbbbbbbb…，编号" + SampleViews.AFTER)) {
      assertTrue(text.contains(line), line + " in " + text);
    }
    assertFalse(text.contains("行政执法局"), text);
    assertFalse(onePage(paper(reply(ReplyKind.FINAL, null))).contains("配合单位"));
  }

  @Test
  void long_measures_go_over_to_further_pages() {
    ReplyView reply = SampleViews.reply(ReplyKind.FINAL, "措".repeat(4000), null);
    List<String> pages = PaperText.pages(WRITER.write(paper(reply), PaperForm.PDF));

    assertTrue(pages.size() > 1, "pages: " + pages.size());
    assertEquals(
        4000 + 2, String.join("", pages).chars().filter(character -> character == '措').count());
    assertTrue(pages.get(pages.size() - 1).contains("审核时间"), pages.toString());
  }
}
