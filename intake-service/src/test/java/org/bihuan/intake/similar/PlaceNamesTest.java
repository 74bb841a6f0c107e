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
    assertTrue(in(text).sites().contains(name), () -> in(text).toString());
  }
}
