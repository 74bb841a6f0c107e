package org.bihuan.acceptance.fuzz;

import static org.bihuan.acceptance.fuzz.Values.pick;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.zip.GZIPOutputStream;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Login;
import org.bihuan.acceptance.api.Operation;

/** The ways in which a request is spoilt. */
final class Mutators {

  private static final int BODY_LIMIT = 1024 * 1024;
  private static final int DEEPEST_LOOK = 4;

  private final ApiDescription description;

  Mutators(ApiDescription description) {
    this.description = description;
  }

  /**
   * One way to spoil one place of an operation.
   *
   * @param mutator names the way
   * @param place field, parameter or header
   * @param loggedIn false when the call brings no or another login
   * @param sameOperation false when the call may reach another operation, or none
   */
  record Trial(
      Operation operation,
      String mutator,
      String place,
      boolean loggedIn,
      boolean sameOperation,
      BiFunction<Draft, Random, Call> spoil) {}

  /** Every mutator at every place of the operation it fits. */
  List<Trial> trials(Operation operation) {
    List<Trial> trials = new ArrayList<>();
    trials.add(trial(operation, "as-it-is", "", (draft, random) -> draft.call()));
    trials.add(trial(operation, "as-it-is", "again", (draft, random) -> draft.call()));
    parameters(operation, trials);
    query(operation, trials);
    headers(operation, trials);
    methods(operation, trials);
    paths(operation, trials);
    logins(operation, trials);
    operation.body().ifPresent(schema -> fields(operation, schema, trials));
    if (!operation.isRead()) {
      bodies(operation, trials);
    }
    return trials;
  }

  private static Trial trial(
      Operation operation, String mutator, String place, BiFunction<Draft, Random, Call> spoil) {
    return new Trial(operation, mutator, place, true, true, spoil);
  }

  private void parameters(Operation operation, List<Trial> trials) {
    for (Operation.Parameter parameter : operation.parameters()) {
      JsonNode schema = description.resolved(operation.service(), parameter.schema());
      JsonNode item =
          schema.has("items")
              ? description.resolved(operation.service(), schema.path("items"))
              : schema;
      for (String kind : Values.kinds()) {
        String name = parameter.name();
        trials.add(
            parameter.inPath()
                ? new Trial(
                    operation,
                    kind,
                    "path " + name,
                    true,
                    false,
                    (draft, random) -> draft.at(name, Values.of(kind, item, random).text()))
                : trial(
                    operation,
                    kind,
                    "query " + name,
                    (draft, random) -> draft.asking(name, Values.of(kind, item, random).text())));
      }
      if (!parameter.inPath()) {
        trials.add(
            trial(
                operation,
                "repeated-parameter",
                parameter.name(),
                (draft, random) -> {
                  String again = "&" + parameter.name() + "=" + pick(random, "1", "true", "");
                  return draft
                      .asking(parameter.name(), Oddities.pick(random, "repeated parameter"))
                      .to(
                          draft.asking(parameter.name(), "1").target()
                              + again.repeat(pick(random, 1, 3, 200)));
                }));
      }
    }
  }

  private static void query(Operation operation, List<Trial> trials) {
    trials.add(
        trial(
            operation,
            "unknown-parameter",
            "",
            (draft, random) -> draft.asking(Oddities.pick(random, "unknown parameter"), "1")));
    for (Operation.Parameter parameter : operation.parameters()) {
      if (parameter.name().equals("cursor")) {
        trials.add(
            trial(
                operation,
                "bad-cursor",
                "",
                (draft, random) -> draft.asking("cursor", Oddities.pick(random, "cursor"))));
      }
    }
  }

  private static void headers(Operation operation, List<Trial> trials) {
    for (String name : Oddities.kinds("header")) {
      trials.add(
          trial(
              operation,
              "odd-header",
              name,
              (draft, random) ->
                  draft.call().without(name).with(name, Oddities.pick(random, "header " + name))));
    }
    trials.add(
        trial(
            operation,
            "repeated-header",
            "",
            (draft, random) -> {
              String name = Oddities.pick(random, "repeated header");
              return draft
                  .call()
                  .with(name, "\"0\"")
                  .with(name, "application/json")
                  .with(name, "en");
            }));
    trials.add(
        trial(
            operation,
            "override-header",
            "",
            (draft, random) ->
                draft
                    .call()
                    .with(
                        Oddities.pick(random, "override header"),
                        Oddities.pick(random, "overriding value"))));
  }

  private static void methods(Operation operation, List<Trial> trials) {
    trials.add(
        new Trial(
            operation,
            "wrong-method",
            "",
            true,
            false,
            (draft, random) -> draft.call().by(Oddities.pick(random, "method"))));
  }

  private static void paths(Operation operation, List<Trial> trials) {
    List<String> patterns = Oddities.kinds("path");
    trials.add(
        new Trial(
            operation,
            "path-trick",
            "",
            true,
            false,
            (draft, random) -> {
              String pattern = patterns.get(random.nextInt(patterns.size()));
              String trick = Oddities.pick(random, "path " + pattern);
              return draft.call().to(draft.call().target().replaceFirst(pattern, trick));
            }));
  }

  private static void logins(Operation operation, List<Trial> trials) {
    trials.add(new Trial(operation, "no-login", "", false, true, (draft, random) -> draft.call()));
    trials.add(
        new Trial(
            operation,
            "bad-login",
            "",
            false,
            true,
            (draft, random) ->
                draft
                    .call()
                    .as(
                        pick(
                            random,
                            Login.token("a.b.c"),
                            Login.token(""),
                            Login.key("nonsense"),
                            Login.key("\u00e9"),
                            Login.key("")))));
  }

  private void fields(Operation operation, JsonNode schema, List<Trial> trials) {
    List<String> places = new ArrayList<>();
    List<JsonNode> schemas = new ArrayList<>();
    collect(operation, "", schema, places, schemas);
    for (int i = 0; i < places.size(); i++) {
      JsonPointer place = JsonPointer.compile(places.get(i));
      JsonNode at = schemas.get(i);
      for (String kind : Values.kinds()) {
        trials.add(
            trial(
                operation,
                kind,
                "body " + place,
                (draft, random) ->
                    json(draft, draft.bodyWith(place, Values.of(kind, at, random).literal()))));
      }
      trials.add(
          trial(
              operation,
              "missing",
              "body " + place,
              (draft, random) -> json(draft, draft.bodyWithout(place))));
      trials.add(
          trial(
              operation,
              "huge-array",
              "body " + place,
              (draft, random) ->
                  json(
                      draft,
                      draft.bodyWith(
                          place, "[" + "\"a\",".repeat(pick(random, 300, 20_000)) + "\"a\"]"))));
    }
  }

  private void collect(
      Operation operation,
      String at,
      JsonNode schema,
      List<String> places,
      List<JsonNode> schemas) {
    JsonNode resolved = description.resolved(operation.service(), schema);
    if (!at.isEmpty()) {
      places.add(at);
      schemas.add(resolved);
    }
    if (at.chars().filter(character -> character == '/').count() >= DEEPEST_LOOK) {
      return;
    }
    if (resolved.has("items")) {
      collect(operation, at + "/0", resolved.path("items"), places, schemas);
    }
    resolved
        .path("properties")
        .propertyStream()
        .forEach(
            property ->
                collect(
                    operation, at + "/" + property.getKey(), property.getValue(), places, schemas));
  }

  private static void bodies(Operation operation, List<Trial> trials) {
    body(
        operation,
        trials,
        "unknown-field",
        (sound, random) -> inObject(sound, Oddities.pick(random, "unknown field")));
    body(
        operation,
        trials,
        "duplicate-key",
        (sound, random) -> inObject(inObject(sound, "\"a\": 1"), "\"a\": 1"));
    body(
        operation,
        trials,
        "deep-nesting",
        (sound, random) -> {
          int depth = pick(random, 49, 51, 1_000, 100_000);
          return inObject(
              sound,
              pick(
                  random,
                  "\"a\": " + "[".repeat(depth) + "]".repeat(depth),
                  "\"a\": " + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth),
                  "\"a\": " + "[".repeat(depth)));
        });
    for (String kind : List.of("wrong root", "trailing garbage", "not JSON")) {
      body(
          operation,
          trials,
          kind.toLowerCase(Locale.ROOT).replace(' ', '-'),
          (sound, random) ->
              Oddities.pick(random, kind)
                  .replace("HALF", sound.substring(0, sound.length() / 2))
                  .replace("SOUND", sound));
    }
    body(
        operation,
        trials,
        "over-1-MB",
        (sound, random) -> inObject(sound, "\"a\": \"" + "a".repeat(BODY_LIMIT) + "\""));
    bytes(operation, trials, "empty-body", (sound, random) -> new byte[0]);
    bytes(
        operation,
        trials,
        "wrong-charset",
        (sound, random) ->
            inObject(sound, "\"a\": \"长\"")
                .getBytes(
                    pick(
                        random,
                        StandardCharsets.UTF_16,
                        StandardCharsets.UTF_16LE,
                        java.nio.charset.Charset.forName("GBK"),
                        StandardCharsets.ISO_8859_1)));
    bytes(
        operation,
        trials,
        "broken-utf-8",
        (sound, random) -> {
          byte[] bytes = inObject(sound, "\"a\": \"xx\"").getBytes(StandardCharsets.UTF_8);
          int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("xx");
          bytes[at] = (byte) pick(random, 0xff, 0xc0, 0xed, 0x80, 0xf8).intValue();
          return bytes;
        });
    bytes(operation, trials, "gzip-body", (sound, random) -> gzip(sound));
  }

  private static void body(
      Operation operation,
      List<Trial> trials,
      String mutator,
      BiFunction<String, Random, String> spoil) {
    trials.add(
        trial(
            operation,
            mutator,
            "",
            (draft, random) -> json(draft, spoil.apply(draft.body().toString(), random))));
  }

  private static void bytes(
      Operation operation,
      List<Trial> trials,
      String mutator,
      BiFunction<String, Random, byte[]> spoil) {
    trials.add(
        trial(
            operation,
            mutator,
            "",
            (draft, random) -> {
              Call call =
                  typed(draft.call()).carrying(spoil.apply(draft.body().toString(), random));
              return mutator.equals("gzip-body") ? call.with("Content-Encoding", "gzip") : call;
            }));
  }

  private static Call json(Draft draft, String body) {
    return typed(draft.call()).carrying(body.getBytes(StandardCharsets.UTF_8));
  }

  private static Call typed(Call call) {
    return call.without("Content-Type").with("Content-Type", "application/json");
  }

  private static String inObject(String sound, String member) {
    return sound.equals("{}") ? "{" + member + "}" : "{" + member + "," + sound.substring(1);
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
