package org.bihuan.kit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportColumnsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private enum Colour {
    RED,
    GREEN
  }

  private record Owner(String name, String phone, UUID account) {}

  private record Row(
      UUID id,
      UUID other,
      List<UUID> others,
      String serial,
      boolean late,
      Instant at,
      Duration left,
      Colour colour,
      BigDecimal share,
      List<String> names,
      Owner owner,
      List<Owner> owners,
      Map<Colour, Long> counts,
      String note,
      @JsonIgnore long hidden) {}

  private record WithoutWords(String unheardOf) {}

  private static final JsonNode ROW = row("PT53H20M59S");

  private static JsonNode row(String left) {
    try {
      return JSON.readTree(
          """
          {"id": "01a1f2c4-7b3e-7856-a0c9-d1e2f3a4b5c6", "other": "01a1f2c4-7b3e-7856-a0c9-d1e2f3a4b5c7",
           "others": [], "serial": "=1", "late": true, "at": "2026-11-29T16:05:59Z", "left": "%s",
           "colour": "RED", "share": 0.50, "names": ["甲", "乙"], "owner": {"name": "王某", "phone": null},
           "owners": [{"name": "李某", "phone": "1"}, {"name": "赵某"}], "counts": {"RED": 2, "GREEN": 1},
           "note": "x"}
          """
              .formatted(left));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ExportColumns columns(Locale locale) {
    return new ExportColumns(Row.class, new ExportWords(locale));
  }

  @Test
  void what_a_row_says_to_people_in_chinese() {
    ExportColumns columns = columns(Locale.CHINESE);
    assertEquals(
        List.of("编号", "是否超期", "时间", "剩余", "颜色", "比例", "名称", "负责人姓名", "负责人电话", "参与人", "数量", "系统编号"),
        columns.headings());
    assertEquals(
        Arrays.asList(
            "=1",
            "是",
            "2026-11-30 00:05",
            "53小时20分",
            "红",
            new BigDecimal("0.5"),
            "甲、乙",
            "王某",
            null,
            "李某、赵某",
            "红 2、绿 1",
            "01a1f2c4-7b3e-7856-a0c9-d1e2f3a4b5c6"),
        columns.cells(ROW));
  }

  @Test
  void in_english_codes_stay_as_they_are() {
    ExportColumns columns = columns(Locale.ENGLISH);
    assertEquals("Owner", columns.headings().get(7));
    assertEquals("Owner phone", columns.headings().get(8));
    assertEquals("RED", columns.cells(ROW).get(4));
    assertEquals("RED 2, GREEN 1", columns.cells(ROW).get(10));
    assertEquals("over by 0 h 5 min", columns.cells(row("PT-5M-1S")).get(3));
  }

  @Test
  void a_column_without_words_is_a_mistake_of_the_program() {
    ExportWords words = new ExportWords(Locale.CHINESE);
    assertThrows(
        MissingResourceException.class, () -> new ExportColumns(WithoutWords.class, words));
  }
}
