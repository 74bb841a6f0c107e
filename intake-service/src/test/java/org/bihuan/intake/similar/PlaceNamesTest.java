package org.bihuan.intake.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the name of a place, and which names are one. */
class PlaceNamesTest {

  private static PlaceNames in(String text) {
    return PlaceNames.in(Wording.spelt(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我们小区电梯经常停运无人维修",
        "物业公司不作为楼顶漏雨无人处理",
        "十字路口红绿灯坏了",
        "电梯长期停运",
        "周边居民反映强烈",
        "全体村民要求修路灯",
        "配套幼儿园迟迟不开",
        "小区二期没有自来水公司的人来修",
        "这条路一直没有路灯, 市政府应管一管",
        "公交站, 垃圾站, 物业管理公司"
      })
  void what_is_said_of_any_place_is_no_name(String text) {
    assertEquals(Set.of(), in(text).sites());
  }

  @ParameterizedTest
  @CsvSource({
    "滨海花园小区楼顶漏雨, 滨海花园",
    "万科城市花园停电, 万科城市花园",
    "滨海物业公司不管, 滨海物业公司",
    "人民路积水, 人民路",
    "上海路积水, 上海路",
    "茶场村村民没有水喝, 茶场村",
    "丽发新城居民受不了, 丽发新城",
    "地铁3号线出口积水, 地铁3号线",
    "恒大半岛二期停电, 恒大半岛二期"
  })
  void a_name_stands_before_what_any_place_is_called(String text, String name) {
    assertTrue(
        in(text).sites().stream().anyMatch(site -> site.whole().equals(name)),
        () -> in(text).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "滨江中茂城, 滨江中贸城, true",
    "滨海花园, 滨海花园, true",
    "我们业主滨海花园, 滨海花园, true",
    "小区附近云塘路, 云塘路, true",
    "东湖花园, 西湖花园, false",
    "滨江东湖花园, 滨江西湖花园, false",
    "我们阳光花园, 我们月光花园, false",
    "韶山南路, 韶山北路, false",
    "恒大半岛二期, 恒大半岛三期, false",
    "阳光花园, 月光花园, false",
    "海滨花园, 滨海花园, false",
    "实验小学, 实验中学, false",
    "滨海实验小学, 滨海实验中学, false",
    "滨江壹号府, 滨江壹号苑, false"
  })
  void names_are_one_but_for_a_letter_that_says_little(String one, String other, boolean same) {
    assertEquals(same, in(one).sharedWith(in(other)).isPresent());
    assertEquals(same, in(other).sharedWith(in(one)).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "东湖花园, 西湖花园, true",
    "阳光花园, 东山名苑, true",
    "滨海花园, 东山花园, true",
    "滨海花园, 滨海小区, false",
    "滨海花园, 滨海花园对面云塘路, false",
    "滨海花园, 我们小区, false"
  })
  void two_places_have_no_name_that_is_alike(String one, String other, boolean elsewhere) {
    assertEquals(elsewhere, in(one).isElsewhere(in(other)));
    assertEquals(elsewhere, in(other).isElsewhere(in(one)));
  }
}
