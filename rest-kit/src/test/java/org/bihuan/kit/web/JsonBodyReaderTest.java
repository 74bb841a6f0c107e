package org.bihuan.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyReaderTest {

  enum Colour {
    RED,
    GREEN
  }

  record Inner(Double number, Boolean flag, Integer whole) {}

  record Outer(String text, Colour colour, Instant at, Inner inner, List<Colour> colours) {}

  private static List<String> faultsOf(String json) {
    List<FieldError> faults = new ArrayList<>();
    JsonBodyReader.parse(Outer.class, json.getBytes(StandardCharsets.UTF_8), faults);
    return faults.stream().map(fault -> fault.field() + " " + fault.code()).sorted().toList();
  }

  @Test
  void all_faults_of_a_body_are_noted() {
    assertEquals(
        List.of(
            "at instant",
            "colour one-of",
            "colours[1] one-of",
            "inner.flag type",
            "inner.number type",
            "inner.whole type",
            "more unknown-field",
            "text type"),
        faultsOf(
            """
            {"text": 5, "more": {"a": 1}, "colour": "BLUE", "at": "yesterday", "colours": ["RED", "BLUE"],
             "inner": {"number": "east", "flag": "true", "whole": 1.5}}
            """));
  }

  @Test
  void an_unknown_field_is_named_with_its_path_wherever_it_stands() {
    assertEquals(
        List.of("inner.more unknown-field", "more unknown-field"),
        faultsOf("{\"inner\": {\"more\": 1, \"number\": 1.0}, \"more\": {}, \"text\": \"a\"}"));
    assertEquals(
        List.of("inner.last unknown-field", "last unknown-field"),
        faultsOf("{\"text\": \"a\", \"inner\": {\"number\": 1.0, \"last\": 1}, \"last\": {}}"));
  }

  @Test
  void a_sound_body_has_none() {
    assertEquals(
        List.of(),
        faultsOf("{\"text\": \"a\", \"colour\": \"RED\", \"at\": \"2026-11-24T08:15:00+08:00\"}"));
  }

  private static String textOf(String json) {
    Outer read =
        (Outer)
            JsonBodyReader.parse(
                Outer.class, json.getBytes(StandardCharsets.UTF_8), new ArrayList<>());
    return read.text();
  }

  @Test
  void a_text_without_anything_to_see_was_not_given_and_ends_are_cut() {
    assertNull(textOf("{\"text\": \"   \"}"));
    assertNull(textOf("{\"text\": \"\\u200b\\u3000\"}"));
    assertEquals("12", textOf("{\"text\": \" 12 \"}"));
    assertEquals("a  b", textOf("{\"text\": \"a  b\\n\"}"));
  }

  @Test
  void a_moment_without_offset_or_out_of_range_is_none() {
    assertEquals(List.of("at instant"), faultsOf("{\"at\": \"2026-11-24T08:15:00\"}"));
    assertEquals(List.of("at instant"), faultsOf("{\"at\": \"+999999999-01-01T00:00:00Z\"}"));
    assertEquals(List.of("at type"), faultsOf("{\"at\": 1764000000}"));
  }

  @Test
  void a_number_is_no_enum_value() {
    assertEquals(List.of("colour one-of"), faultsOf("{\"colour\": 0}"));
  }

  @Test
  void a_list_where_an_object_belongs_is_a_wrong_type() {
    assertEquals(List.of("inner type"), faultsOf("{\"inner\": [1]}"));
    assertEquals(List.of("inner type"), faultsOf("{\"inner\": \"text\"}"));
  }

  @Test
  void what_is_no_json_is_malformed() {
    for (String broken :
        List.of("{", "{\"text\": \"a\"} x", "{\"text\": \"a\", \"text\": \"b\"}", "{'a': 1}")) {
      assertThrows(Malformed.class, () -> faultsOf(broken), broken);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"more", "colours"})
  void more_than_fifty_levels_are_too_deep(String field) {
    assertEquals(
        "json-too-deep",
        assertThrows(
                Malformed.class,
                () -> faultsOf("{\"" + field + "\": " + "[".repeat(60) + "]".repeat(60) + "}"))
            .code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"more", "colours"})
  void a_body_of_countless_elements_is_not_read_to_its_end(String field) {
    assertEquals(
        "json-too-long",
        assertThrows(
                Malformed.class,
                () -> faultsOf("{\"" + field + "\": [" + "null,".repeat(100_000) + "null]}"))
            .code());
  }
}
