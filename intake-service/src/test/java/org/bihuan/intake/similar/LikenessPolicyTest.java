package org.bihuan.intake.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.Place;
import org.bihuan.intake.similar.LikenessPolicy.Likeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes two tellings one, and what does not. */
class LikenessPolicyTest {

  private static final Instant NOON = Instant.parse("2026-06-15T04:00:00Z");
  private static final Place NOWHERE = new Place(null, null, null, null, null);
  private static final String TITLE = "滨海花园小区楼顶漏雨无人处理";
  private static final String TEXT = "我是滨海花园小区的业主, 楼顶漏雨已经一个月, 找物业多次无人处理, 请有关部门尽快派人维修";

  private static Wording told(String title, String text, Place place, Instant at) {
    return Wording.of(title, text, place, "ROOF_LEAK", at);
  }

  private static Wording first() {
    return told(TITLE, TEXT, NOWHERE, NOON);
  }

  private static Likeness likeness(String title, String text) {
    return LikenessPolicy.compare(told(title, text, NOWHERE, NOON), first());
  }

  private static double weight(Likeness likeness, Reason.Kind kind) {
    return likeness.reasons().stream()
        .filter(reason -> reason.kind() == kind)
        .findFirst()
        .orElseThrow()
        .weight();
  }

  @Test
  void the_same_in_other_words_may_be_one() {
    Likeness likeness = likeness("投诉滨海花园小区楼顶漏雨没人处理", "滨海花园小区 3 号楼楼顶漏雨一个月了, 物业不管, 请有关部门尽快派人维修");
    assertTrue(likeness.score() > 0.9, likeness::toString);
    assertTrue(likeness.mayBeOne(), likeness::toString);
    assertEquals(
        List.of(Reason.Kind.PLACE, Reason.Kind.CATEGORY, Reason.Kind.TIME, Reason.Kind.TEXT),
        likeness.reasons().stream().map(Reason::kind).toList());
  }

  @Test
  void one_text_about_two_estates_is_two_problems() {
    Likeness likeness = likeness(TITLE.replace("滨海花园", "东山名苑"), TEXT.replace("滨海花园", "东山名苑"));
    assertFalse(likeness.mayBeOne(), likeness::toString);
    assertTrue(weight(likeness, Reason.Kind.PLACE) < 0, likeness::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "我们小区电梯经常停运无人维修, 我住在滨海花园, 我住在东山名苑",
    "物业公司不作为楼顶漏雨无人处理, 滨海花园的楼顶漏雨, 东山名苑的楼顶漏雨",
    "十字路口红绿灯不亮, 香港路这里红绿灯不亮, 江西路这里红绿灯不亮",
    "电梯长期停运无人维修, 滨海花园的电梯, 东山名苑的电梯",
    "电梯长期停运无人维修, 我们小区的电梯, 我们小区的电梯"
  })
  void one_headline_that_names_no_place_is_not_one_problem(
      String title, String text, String otherText) {
    Likeness likeness =
        LikenessPolicy.compare(
            told(title, text, NOWHERE, NOON), told(title, otherText, NOWHERE, NOON));
    assertFalse(likeness.mayBeOne(), likeness::toString);
  }

  @ParameterizedTest
  @CsvSource({"滨江中茂城, 滨江中贸城", "滨海花园小区, 滨海花园"})
  void a_name_with_another_letter_is_one_place(String name, String other) {
    Likeness likeness =
        LikenessPolicy.compare(
            told(name + "停电三天", name + "停电三天无人来修", NOWHERE, NOON),
            told(other + "停电三天了", other + "已经停电三天, 无人来修", NOWHERE, NOON));
    assertTrue(weight(likeness, Reason.Kind.PLACE) > 0, likeness::toString);
    assertTrue(likeness.mayBeOne(), likeness::toString);
  }

  @Test
  void the_second_phase_of_an_estate_is_not_the_third() {
    Likeness likeness =
        LikenessPolicy.compare(
            told("滨海花园二期停电", "滨海花园二期停电三天无人来修", NOWHERE, NOON),
            told("滨海花园三期停电", "滨海花园三期停电三天无人来修", NOWHERE, NOON));
    assertFalse(likeness.mayBeOne(), likeness::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "东湖花园, 西湖花园",
    "阳光花园, 月光花园",
    "海滨花园, 滨海花园",
    "滨江东湖花园, 滨江西湖花园",
    "滨海实验小学, 滨海实验中学",
    "碧水云天滨海花园, 万科翡翠滨海花园",
    "碧水云天实验中学, 万科翡翠实验中学",
    "示例路滨海花园, 示例路东山名苑"
  })
  void names_that_are_partly_alike_are_two_places(String name, String other) {
    Likeness inHeadlines =
        LikenessPolicy.compare(
            told(name + "电梯经常停运无人维修", name + "的电梯", NOWHERE, NOON),
            told(other + "电梯经常停运无人维修", other + "的电梯", NOWHERE, NOON));
    assertFalse(inHeadlines.mayBeOne(), inHeadlines::toString);
    Likeness inTexts =
        LikenessPolicy.compare(
            told("电梯经常停运无人维修", name + "的电梯经常停运", NOWHERE, NOON),
            told("电梯经常停运无人维修", other + "的电梯经常停运", NOWHERE, NOON));
    assertFalse(inTexts.mayBeOne(), inTexts::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "滨海花园3号楼, 滨海花园12号楼, false",
    "滨海花园3#楼, 滨海花园12#楼, false",
    "滨海花园3栋, 滨海花园12号楼, false",
    "滨海花园3栋, 滨海花园3号楼, true",
    "滨海花园三栋, 滨海花园五栋, false",
    "滨海花园a1栋, 滨海花园b1栋, false",
    "万达广场A座, 万达广场b座, false",
    "万达广场Ａ座, 万达广场a座, true",
    "滨海花园东苑, 滨海花园西苑, false",
    "滨海花园东区, 滨海花园西区, false",
    "滨海花园a区, 滨海花园b区, false",
    "滨海花园南门, 滨海花园北门, false",
    "滨海花园南门, 滨海花园南门, true",
    "示例路 12 号滨海花园, 示例路 88 号滨海花园, false",
    "滨海花园2单元, 滨海花园3单元, false",
    "滨海花园3号楼, 滨海花园, true",
    "滨海花园5月3号, 滨海花园5月7号, true"
  })
  void of_one_estate_another_building_gate_or_number_is_another_place(
      String here, String there, boolean one) {
    Likeness inHeadlines =
        LikenessPolicy.compare(
            told(here + "楼顶漏雨无人处理", TEXT, NOWHERE, NOON),
            told(there + "楼顶漏雨无人处理", TEXT, NOWHERE, NOON));
    assertEquals(one, inHeadlines.mayBeOne(), inHeadlines::toString);
    Likeness inTexts =
        LikenessPolicy.compare(
            told(TITLE, here + "楼顶漏雨, 物业不管", NOWHERE, NOON),
            told(TITLE, there + "楼顶漏雨, 物业不管", NOWHERE, NOON));
    assertEquals(one, inTexts.mayBeOne(), inTexts::toString);
    Likeness inAddresses =
        LikenessPolicy.compare(
            told(TITLE, TEXT, new Place(here, null, null, null, null), NOON),
            told(TITLE, TEXT, new Place(there, null, null, null, null), NOON));
    assertEquals(one, inAddresses.mayBeOne(), inAddresses::toString);
  }

  @Test
  void another_matter_at_the_place_is_less_like_than_the_same_matter() {
    double other = likeness("滨海花园小区停车位不够", "滨海花园小区车位太少, 每天回家没有地方停车").score();
    double same = likeness("滨海花园楼顶漏雨", "楼顶一直漏雨, 没人处理").score();
    assertTrue(other < same, () -> other + " and " + same);
  }

  @Test
  void a_general_text_without_a_place_is_never_one_by_itself() {
    Wording anywhere = told("楼道堆放杂物", "楼道里堆放杂物很久了, 没人管理", NOWHERE, NOON);
    Likeness likeness = LikenessPolicy.compare(anywhere, anywhere);
    assertTrue(likeness.score() > 0.95, likeness::toString);
    assertFalse(likeness.mayBeOne(), likeness::toString);
  }

  @ParameterizedTest
  @CsvSource({"40, true", "120, false", "900, false"})
  void points_more_than_fifty_metres_apart_are_not_one(double metres, boolean one) {
    Place there = new Place(null, "370203021", null, 120.35, 36.08);
    Place here = new Place(null, "370203021", null, 120.35, 36.08 + metres / 111_195);
    Likeness likeness =
        LikenessPolicy.compare(told(TITLE, TEXT, here, NOON), told(TITLE, TEXT, there, NOON));
    assertEquals(one, likeness.mayBeOne(), likeness::toString);
    assertEquals(metres, likeness.metres(), 0.5);
    assertEquals(metres > 500, weight(likeness, Reason.Kind.PLACE) < 0, likeness::toString);
  }

  @Test
  void another_subdistrict_is_another_place() {
    Likeness likeness =
        LikenessPolicy.compare(
            told(TITLE, TEXT, new Place(null, "370203021", null, null, null), NOON),
            told(TITLE, TEXT, new Place(null, "370203005", null, null, null), NOON));
    assertFalse(likeness.mayBeOne(), likeness::toString);
  }

  @Test
  void another_category_is_not_joined_by_a_rule() {
    Likeness likeness =
        LikenessPolicy.compare(Wording.of(TITLE, TEXT, NOWHERE, "SANITATION", NOON), first());
    assertFalse(likeness.mayBeOne(), likeness::toString);
    assertTrue(weight(likeness, Reason.Kind.CATEGORY) < 0);
  }

  @ParameterizedTest
  @CsvSource({
    "要求滨海花园加装电梯, 反对滨海花园加装电梯, false",
    "希望滨海花园加装电梯, 不同意滨海花园加装电梯, false",
    "滨海花园加装电梯, 滨海花园拒绝加装电梯, false",
    "要求滨海花园公交站恢复, 滨海花园公交站取消, false",
    "滨海花园楼顶漏雨修好, 感谢滨海花园楼顶漏雨修好, false",
    "反对滨海花园加装电梯, 抵制滨海花园加装电梯, true",
    "要求滨海花园加装电梯, 希望滨海花园加装电梯, true"
  })
  void who_is_against_it_does_not_tell_of_the_same(String title, String other, boolean one) {
    Likeness likeness =
        LikenessPolicy.compare(told(title, TEXT, NOWHERE, NOON), told(other, TEXT, NOWHERE, NOON));
    assertEquals(one, likeness.mayBeOne(), likeness::toString);
  }

  @ParameterizedTest
  @CsvSource({"29, true", "31, false"})
  void what_was_told_a_month_ago_is_not_joined_by_a_rule(int days, boolean one) {
    Likeness likeness =
        LikenessPolicy.compare(
            told(TITLE, TEXT, NOWHERE, NOON.plus(Duration.ofDays(days))), first());
    assertEquals(one, likeness.mayBeOne(), likeness::toString);
  }

  @Test
  void width_case_and_punctuation_do_not_count() {
    Likeness likeness =
        LikenessPolicy.compare(
            told("示例路ＬＥＤ路灯不亮！", "示例路 led 路灯不亮", NOWHERE, NOON),
            told("示例路LED路灯不亮", "示例路LED路灯不亮。", NOWHERE, NOON));
    assertTrue(likeness.score() > 0.99, likeness::toString);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"NULL, 。", "'', '！！'", "一, 二"},
      nullValues = "NULL")
  void what_says_nothing_is_like_nothing(String title, String text) {
    Likeness likeness = LikenessPolicy.compare(told(title, text, NOWHERE, NOON), first());
    assertTrue(likeness.score() < 0.5, likeness::toString);
    assertFalse(likeness.mayBeOne());
  }
}
