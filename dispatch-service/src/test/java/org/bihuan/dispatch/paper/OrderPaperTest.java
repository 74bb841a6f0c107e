package org.bihuan.dispatch.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.contract.SourceKind;
import org.bihuan.dispatch.district.SourceNames;
import org.bihuan.dispatch.order.OrderStatus;
import org.bihuan.dispatch.order.OrderView;
import org.bihuan.paper.Paper;
import org.bihuan.paper.Paper.Grid;
import org.bihuan.paper.PaperForm;
import org.bihuan.paper.PaperWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of a supervision order on paper [public], in both forms. */
class OrderPaperTest {

  private static final PaperWriter WRITER = new PaperWriter(Optional.empty());

  /** What the form asks for, as it stands in the order of {@link SampleViews}. */
  private static final List<String> FIELDS =
      List.of(
          "区创城工作专班",
          "专项督办单",
          "创督〔2026〕104号",
          "紧急程度：加急",
          "签发人：签发示例",
          "主送：市场服务建设一中心",
          "抄送：桦林山管理所。",
          "督办依据：媒体曝光（示例电视台《民生在线》，2026年11月28日）；公厕保洁不到位，责令立即整改。",
          "现将下列1个事项交你单位办理",
          "序号",
          "问题编号街道/社区/点位",
          "问题描述整改要求",
          "责任单位责任人配合单位",
          "W202611290001",
          "台东街道",
          "社区370203021005",
          "桦林山市场北门公厕",
          "环境卫生一般（48小时）",
          "描述：公厕保洁差" + SampleViews.DESCRIPTION,
          "要求：立即组织保洁，更换破损部件，举一反三排查全部公厕。",
          "2026年12月1日10:15",
          "单位：市场服务建设一中心责任人：测试责任人配合：桦林山管理所",
          "反馈方式：登录系统在线回复，或将回复单签字盖章后报专班。联系人：专班值班室，电话：19900000000。",
          "2026年11月29日印发",
          "下发时间2026年11月29日10:15",
          "签收单位",
          "签收人",
          "签收时间",
          "扫码查看事项");

  private static Paper paper(OrderView order) {
    return OrderPaper.of(order, Map.of(), SampleViews.letterhead(), SampleViews.names());
  }

  private static List<String> pages(OrderView order) {
    return PaperText.pages(WRITER.write(paper(order), PaperForm.PDF));
  }

  @Test
  void an_order_of_one_item_is_one_page_of_pdf_with_all_fields() {
    byte[] pdf = WRITER.write(paper(SampleViews.order(1, SampleViews.DESCRIPTION)), PaperForm.PDF);

    List<String> pages = PaperText.pages(pdf);
    assertEquals(1, pages.size());
    FIELDS.forEach(field -> assertTrue(pages.get(0).contains(field), field + " in " + pages));
    assertTrue(pdf.length < 200_000, "bytes: " + pdf.length);
  }

  @Test
  void a_word_file_has_the_same_fields() {
    String text =
        PaperText.word(
            WRITER.write(paper(SampleViews.order(1, SampleViews.DESCRIPTION)), PaperForm.DOCX));

    FIELDS.forEach(field -> assertTrue(text.contains(field), field + " in " + text));
  }

  @Test
  void thirty_items_go_over_several_pages_under_the_same_head() {
    List<String> pages = pages(SampleViews.order(30, SampleViews.DESCRIPTION));

    assertTrue(pages.size() > 3, "pages: " + pages.size());
    for (String page : pages) {
      assertEquals(page.contains("W20261129"), page.contains("序号问题编号街道/社区/点位"), "head on " + page);
    }
    String all = String.join("", pages);
    for (int i = 1; i <= 30; i++) {
      assertTrue(all.contains("W20261129%04d".formatted(i)), "item " + i);
    }
    assertTrue(all.contains("设施（72小时）"), all);
    assertTrue(all.contains("现将下列30个事项"), all);
  }

  @Test
  void the_code_leads_to_the_items_of_the_order() {
    String address =
        paper(SampleViews.order(1, "")).blocks().stream()
            .flatMap(block -> block instanceof Grid grid ? Stream.of(grid) : Stream.empty())
            .map(grid -> grid.code().address())
            .findFirst()
            .orElseThrow();
    assertEquals(
        "https://bihuan.example/console/order-items?orderId=" + SampleViews.ORDER, address);
  }

  @Test
  void an_order_made_by_a_rule_rests_on_its_problems_and_has_the_usual_demand() {
    String text = pages(SampleViews.routineOrder(OrderStatus.ISSUED)).get(0);

    for (String field :
        List.of("督办单", "紧急程度：普通", "督办依据：群众诉求。", "要求：采取有力措施，按期彻底整改", "配合：无", "抄送：无")) {
      assertTrue(text.contains(field), field + " in " + text);
    }
    assertFalse(text.contains("null"), text);
    assertFalse(text.contains("专项"), text);
  }

  @Test
  void an_order_without_items_says_that_it_is_void() {
    assertEquals("督办单（作废）", paper(SampleViews.routineOrder(OrderStatus.CANCELLED)).title());
  }

  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void every_source_has_a_word(SourceKind source) {
    assertFalse(SourceNames.of(source).isBlank());
    assertEquals(
        SourceKind.values().length,
        Arrays.stream(SourceKind.values()).map(SourceNames::of).distinct().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script></td></table>",
        "&amp; & &xxe; ]]>",
        "\u202E倒写\u202C",
        "漏水😀",
        "一\n二\n三"
      })
  void no_words_of_a_problem_break_an_order(String words) {
    OrderView order = SampleViews.order(1, words);
    assertEquals(1, pages(order).size());
    assertTrue(PaperText.word(WRITER.write(paper(order), PaperForm.DOCX)).contains("抄送：桦林山管理所。"));
  }
}
