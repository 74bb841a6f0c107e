package org.bihuan.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/** Bad, odd and extreme values for one field or parameter. */
final class Values {

  private static final int OFTEN_TOO_LONG = 5_000;

  /** Each kind by name; made from the schema of the place. */
  private static final Map<String, BiFunction<JsonNode, Random, Value>> KINDS =
      new LinkedHashMap<>();

  private Values() {}

  /**
   * One value.
   *
   * @param literal as it stands in a JSON body
   * @param text as it stands in a path or query, before it is encoded
   */
  record Value(String literal, String text) {
    private static Value text(String text) {
      return new Value(quoted(text), text);
    }

    private static Value literal(String literal) {
      return new Value(literal, literal);
    }
  }

  static List<String> kinds() {
    return new ArrayList<>(KINDS.keySet());
  }

  static Value of(String kind, JsonNode schema, Random random) {
    return KINDS.get(kind).apply(schema, random);
  }

  static {
    literals("null", "null");
    texts("blank", "", " ", "\t", "\u3000", "\u00a0", "\u200b", "\r\n");
    KINDS.put(
        "over-long",
        (schema, random) ->
            overLong(
                pick(random, "长", "a", "\uD83D\uDE00"),
                pick(
                    random,
                    schema.path("maxLength").asInt(OFTEN_TOO_LONG) + 1,
                    OFTEN_TOO_LONG,
                    20_000)));
    literals("wrong-type", "1", "\"1\"", "true", "[]", "{}", "[{}]", "\"\"", "-1.5", "[null]");
    KINDS.put("boundary", Values::boundary);
    literals(
        "number",
        "0",
        "-0",
        "-1",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775807",
        "9223372036854775808",
        "1e400",
        "-1e400",
        "1e-400",
        "0.1e1",
        "1.0000000000000000000001",
        "9".repeat(500),
        "00",
        "+1",
        "0x10",
        ".5",
        "1_000",
        "١٢٣",
        "１２３");
    literals("not-a-number", "NaN", "Infinity", "-Infinity", "\"NaN\"", "\"Infinity\"");
    texts("nul", "a\u0000b", "\u0000", "\u0000\u0000");
    texts("control", "a\u0001b", "a\u001fb", "a\u007fb", "a\u0085b", "a\nb", "a\r\nSet-Cookie: x");
    KINDS.put(
        "raw-control",
        (schema, random) -> new Value("\"a" + (char) random.nextInt(32) + "\"", "\u0007"));
    KINDS.put(
        "lone-surrogate",
        (schema, random) ->
            new Value(
                pick(random, "\"\\ud800\"", "\"a\\udfffb\"", "\"\\ude00\\ud83d\"", "\"\\uD83D\""),
                "\uD800"));
    texts("right-to-left", "\u202e台东\u202c", "שלום", "مرحبا", "a\u2067b\u2069", "\u200f");
    texts(
        "emoji",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "\uD83C\uDDE8\uD83C\uDDF3",
        "☂️");
    texts("combining", "Z\u0351\u0357\u0301a\u0334l", "e\u0301".repeat(40), "\u0301");
    texts("full-width", "ＡＢＣ１２３", "　", "％２７", "ﬀ", "Ⅳ");
    texts("private-use", "\uE000", "\uF8FF", "\uDBFF\uDFFD");
    texts("non-character", "\uFFFE", "\uFFFF", "\uFDD0", "\uD83F\uDFFF");
    texts("odd-case", "ı", "İ", "ß", "ſ", "K", "Ω");
    texts(
        "time",
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00+18:00",
        "9999-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "+292278994-08-17T07:12:55.807Z",
        "+294277-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "-4713-01-01T00:00:00Z",
        "-999999999-01-01T00:00:00Z",
        "2016-12-31T23:59:60Z",
        "2026-11-24T08:15:00",
        "2026-11-24",
        "2026-11-24T24:00:00+08:00",
        "2026-02-30T08:15:00+08:00",
        "2025-02-29T08:15:00+08:00",
        "2026-11-24T08:15:00+19:00",
        "2026-11-24T08:15:00.1234567891+08:00",
        "2026-11-24T08:15+08:00[Asia/Shanghai]",
        "1970-01-01T00:00:00-00:00",
        "1763942400",
        "2099-01-01T00:00:00Z");
    texts(
        "duration",
        "PT-48H",
        "P99999999999D",
        "PT2562047788015215H",
        "P1M",
        "PT0S",
        "PT1e5H",
        "48");
    KINDS.put("enum", Values::badEnum);
    texts(
        "id",
        "1-1-1-1-1",
        "00000000-0000-0000-0000-000000000000",
        "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
        "{0190b2c4-0000-7000-8000-000000000000}",
        "0190b2c4-0000-7000-8000-00000000000",
        "0190b2c4-0000-7000-8000-00000000000g",
        "0190b2c4000070008000000000000000",
        "urn:uuid:0190b2c4-0000-7000-8000-000000000000");
    texts(
        "hostile",
        "' or 1=1 --",
        "%",
        "_%\\",
        "\\",
        "%s%n{0}",
        "{0}",
        "'{'",
        "${jndi:ldap://127.0.0.1/a}",
        "#{1+1}",
        "<script>alert(1)</script>",
        "../../../../etc/passwd",
        "=1+1",
        "\"",
        "$where",
        "null",
        "undefined");
  }

  private static void texts(String kind, String... texts) {
    KINDS.put(kind, (schema, random) -> Value.text(pick(random, texts)));
  }

  private static void literals(String kind, String... literals) {
    KINDS.put(kind, (schema, random) -> Value.literal(pick(random, literals)));
  }

  /**
   * In an address no longer than 64 KB: beyond, the server refuses without a body (security.md).
   */
  private static Value overLong(String piece, int times) {
    return new Value(quoted(piece.repeat(times)), piece.repeat(Math.min(times, OFTEN_TOO_LONG)));
  }

  private static Value boundary(JsonNode schema, Random random) {
    List<Value> values = new ArrayList<>();
    for (String bound : List.of("maxLength", "minLength")) {
      if (schema.has(bound)) {
        for (int length = -1; length <= 1; length++) {
          values.add(Value.text("长".repeat(Math.max(0, schema.path(bound).asInt() + length))));
        }
      }
    }
    for (String bound : List.of("maximum", "minimum")) {
      if (schema.has(bound)) {
        for (String step : List.of("0", "1", "-1", "0.0000001", "-0.0000001")) {
          values.add(
              Value.literal(
                  schema
                      .path(bound)
                      .decimalValue()
                      .add(new java.math.BigDecimal(step))
                      .toPlainString()));
        }
      }
    }
    if (schema.has("maxItems")) {
      int most = schema.path("maxItems").asInt();
      values.add(Value.literal("[" + "null,".repeat(most) + "null]"));
      values.add(Value.literal("[]"));
    }
    return values.isEmpty()
        ? Value.text("长".repeat(256))
        : values.get(random.nextInt(values.size()));
  }

  private static Value badEnum(JsonNode schema, Random random) {
    String constant =
        schema.has("enum") ? schema.path("enum").path(0).asText() : "UNKNOWN_CONSTANT";
    return pick(
        random,
        Value.text(constant.toLowerCase(java.util.Locale.ROOT)),
        Value.text(constant + " "),
        Value.text(constant + "\u0000"),
        Value.text("UNKNOWN_CONSTANT"),
        Value.literal("0"),
        Value.literal("[\"" + constant + "\"]"));
  }

  @SafeVarargs
  static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** A JSON string in ASCII, so that what the wire does to other characters is another test. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char character : text.toCharArray()) {
      if (character == '"' || character == '\\') {
        quoted.append('\\').append(character);
      } else if (character < 0x20 || character > 0x7e) {
        quoted.append(String.format("\\u%04x", (int) character));
      } else {
        quoted.append(character);
      }
    }
    return quoted.append('"').toString();
  }
}
