package org.bihuan.acceptance.security;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.Answer;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.Login;
import org.bihuan.acceptance.api.Operation;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.acceptance.api.Topics;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.stream.EventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who is to be inspected unannounced, or evaluated, learns nothing of it before it starts: no
 * reading operation of any service, no sheet, no stream and no topic has its id or a word of it.
 * What each list says word for word is tested in inspection-service; here is asked whether some
 * other way was forgotten.
 */
class NothingIsForeseenTest {

  private static final String INSPECTIONS = "/api/v1/inspections";
  private static final String EVALUATIONS = "/api/v1/mock-evaluations";
  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);
  private static final String UNIT = "MARKET_SERVICE_CENTRE_1";
  private static final String SUBDISTRICT = "370203021";

  private static final List<Identity> INSPECTED =
      List.of(
          Identity.of(Role.UNIT_HANDLER).ofUnit(UNIT).called("inspected-handler"),
          Identity.of(Role.UNIT_LEADER).ofUnit(UNIT).called("inspected-leader"),
          Identity.of(Role.SUBDISTRICT).ofSubdistrict(SUBDISTRICT).called("inspected-street"),
          Identity.of(Role.UNIT_HANDLER)
              .ofUnit(UNIT)
              .alsoAs(Role.ASSESSOR)
              .called("inspected-assessor"),
          Identity.of(Role.SUBDISTRICT)
              .ofSubdistrict(SUBDISTRICT)
              .alsoAs(Role.INSPECTOR)
              .called("inspected-inspector"));

  private static final List<String> FORMS =
      List.of(
          "application/json",
          "text/csv",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private static final Map<String, ServiceName> STREAMS =
      Map.of(
          "/api/v1/problems/stream", ServiceName.INTAKE,
          "/api/v1/orders/stream", ServiceName.DISPATCH,
          "/api/v1/rechecks/stream", ServiceName.INSPECTION,
          "/api/v1/inspections/stream", ServiceName.INSPECTION,
          "/api/v1/mock-evaluations/stream", ServiceName.INSPECTION);

  private final Client client = new Client(RunningStack.get());
  private final String number = UUID.randomUUID().toString().substring(0, 8);

  /** In letters that a sheet writes as they are. */
  private final String word = "covert-" + number;

  private final List<EventStream> streams = new ArrayList<>();
  private EventStream ofTeam;

  private String inspection;
  private String evaluation;

  @BeforeEach
  void somebody_plans_behind_their_backs() throws IOException {
    listen();
    awaitReferenceData();
    inspection = plan("UNANNOUNCED", word);
    client.post(
        TEAM,
        ServiceName.INSPECTION,
        INSPECTIONS + "/" + inspection + "/postponement",
        "{\"plannedFor\": \"%s\", \"reason\": \"%s\"}"
            .formatted(Instant.now().plusSeconds(90_000), word));
    evaluation =
        client
            .post(
                TEAM,
                ServiceName.INSPECTION,
                EVALUATIONS,
                """
                {"name": "%s", "plannedFor": "%s", "inspectors": [{"subject": "%s"}],
                 "points": [{"place": "%s", "subdistrictCode": "%s", "placeType": "MARKET"}]}
                """
                    .formatted(word, Instant.now(), word, word, SUBDISTRICT))
            .path("id")
            .asText();
  }

  /** A stack that has just started is told of the sub-districts a moment later. */
  private void awaitReferenceData() {
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> ask(TEAM, INSPECTIONS + "?subdistrictCode=" + SUBDISTRICT).status() == 200);
  }

  @AfterEach
  void hang_up() {
    streams.forEach(EventStream::close);
    ofTeam.close();
  }

  private void listen() {
    STREAMS.forEach(
        (path, service) ->
            INSPECTED.forEach(
                who -> {
                  EventStream stream = open(service, path, who);
                  if (stream.status() == 200) {
                    streams.add(stream);
                  }
                }));
    ofTeam = open(ServiceName.INSPECTION, INSPECTIONS + "/stream", TEAM);
    await().atMost(Loop.PATIENCE).until(() -> streams.stream().allMatch(one -> one.beats() > 0));
    await().atMost(Loop.PATIENCE).until(() -> ofTeam.beats() > 0);
  }

  private static EventStream open(ServiceName service, String path, Identity who) {
    URI address = URI.create(RunningStack.get().service(service).address() + path);
    return EventStream.open(address, RunningStack.get().token(who), null);
  }

  private String plan(String method, String words) throws IOException {
    return client
        .post(
            TEAM,
            ServiceName.INSPECTION,
            INSPECTIONS,
            """
            {"tier": "AREA", "method": "%s", "focus": "%s", "purpose": "%s", "plannedFor": "%s",
             "inspectors": [{"subject": "%s"}],
             "focusSource": {"kind": "MEDIA_EXPOSURE", "reference": "%s"},
             "stops": [{"subdistrictCode": "%s", "place": "%s"}]}
            """
                .formatted(
                    method,
                    words,
                    words,
                    Instant.now().plusSeconds(3600),
                    words,
                    words,
                    SUBDISTRICT,
                    words))
        .path("id")
        .asText();
  }

  @Test
  void no_reading_operation_of_any_service_tells_of_it_in_any_form() throws IOException {
    String visible = plan("ANNOUNCED", "announced-" + number);
    for (String form : FORMS) {
      Call all = Call.of(ServiceName.INSPECTION, "GET", INSPECTIONS, null).with("Accept", form);
      assertTrue(text(answer(all.as(client.login(TEAM)))).contains(word), form);
    }
    int asked = 0;
    List<String> leaks = new ArrayList<>();
    List<Operation> reads =
        ApiDescription.stored(ProofStack.root()).operations().stream()
            .filter(Operation::isRead)
            .toList();
    for (Operation operation : reads) {
      for (Call call : calls(operation)) {
        for (Login who : callers()) {
          Answer answer = answer(call.as(who));
          asked++;
          if (tells(call, answer)) {
            leaks.add(operation.id() + " " + call.target() + " " + call.headers());
          }
        }
      }
    }
    assertEquals(List.of(), leaks);
    assertTrue(reads.size() > 60, reads.size() + " reading operations");
    assertTrue(asked > 1000, asked + " calls");
    // That they are asked soundly: what was announced is told.
    assertTrue(ask(INSPECTED.get(2), INSPECTIONS + "?limit=200").text().contains(visible));
  }

  /** A caller makes one sheet at a time, and the one before may not be off the desk yet. */
  private Answer answer(Call call) {
    return await()
        .atMost(Loop.PATIENCE)
        .pollDelay(Duration.ZERO)
        .until(() -> client.send(call), answer -> answer.status() != 429);
  }

  private static Stream<String> ids(String id, String template) {
    return template.contains("{") ? Stream.of(template.replaceAll("\\{[^}]*}", id)) : Stream.of();
  }

  /** With the very ids in every place that takes one, and every list as page and as sheet. */
  private List<Call> calls(Operation operation) {
    List<String> targets = new ArrayList<>();
    String path = operation.path();
    if (path.contains("{")) {
      Stream.of(inspection, evaluation).flatMap(id -> ids(id, path)).forEach(targets::add);
    } else {
      targets.add(path);
      targets.add(path + "?limit=200&count=exact");
      targets.add(path + "?limit=200&subdistrictCode=" + SUBDISTRICT);
      targets.add(path + "?inspectionId=" + inspection);
      targets.add(path + "?evaluationId=" + evaluation);
    }
    return targets.stream()
        .flatMap(
            target ->
                FORMS.stream()
                    .filter(form -> form.equals(FORMS.get(0)) || !target.contains("limit="))
                    .map(
                        form ->
                            Call.of(operation.service(), "GET", target, null).with("Accept", form)))
        .toList();
  }

  private List<Login> callers() {
    return Stream.concat(INSPECTED.stream().map(client::login), Stream.of(Login.nobody())).toList();
  }

  /** The id that was asked for stands in a refusal too, as any id would. */
  private boolean tells(Call call, Answer answer) throws IOException {
    String text = text(answer) + answer.headers();
    boolean echo = call.target().contains(inspection) || call.target().contains(evaluation);
    return text.contains(word) || !echo && (text.contains(inspection) || text.contains(evaluation));
  }

  private static String text(Answer answer) throws IOException {
    byte[] body = answer.body();
    if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
      return answer.text();
    }
    Path file = Files.createTempFile("sheet", ".zip");
    try (ZipFile sheet = new ZipFile(Files.write(file, body).toFile())) {
      StringBuilder cells = new StringBuilder();
      for (ZipEntry part : Collections.list(sheet.entries())) {
        cells.append(new String(sheet.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
      }
      return cells.toString();
    } finally {
      Files.delete(file);
    }
  }

  private Answer ask(Identity who, String target) throws IOException {
    return client.send(Call.of(ServiceName.INSPECTION, "GET", target, null).as(client.login(who)));
  }

  @Test
  void no_stream_tells_of_it_before_its_start() throws IOException {
    await().atMost(Loop.PATIENCE).until(() -> tells(ofTeam, inspection));
    // Neither does a sign of life, which says how far the stream has come.
    for (String place : placesAtTheNextSignOfLife()) {
      assertFalse(place.contains(inspection) || place.contains(evaluation), place);
    }
    String later = plan("ANNOUNCED", "announced-" + number);
    // What comes after it has been told, so it was passed by.
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> streams.stream().filter(stream -> tells(stream, later)).count() >= 3);
    for (String id : List.of(inspection, evaluation, word)) {
      assertEquals(0, streams.stream().filter(stream -> tells(stream, id)).count());
    }
    client.post(TEAM, ServiceName.INSPECTION, INSPECTIONS + "/" + inspection + "/start", null);
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> streams.stream().filter(stream -> tells(stream, inspection)).count() >= 3);
  }

  private List<String> placesAtTheNextSignOfLife() {
    Map<EventStream, Integer> before =
        streams.stream().collect(Collectors.toMap(Function.identity(), EventStream::beats));
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> streams.stream().allMatch(one -> one.beats() > before.get(one)));
    return streams.stream().map(EventStream::lastId).toList();
  }

  private static boolean tells(EventStream stream, String text) {
    return stream.told().stream().anyMatch(event -> event.data().contains(text));
  }

  @Test
  void no_topic_has_a_word_of_it() throws IOException {
    String other = plan("ANNOUNCED", "announced-" + number);
    String path = INSPECTIONS + "/" + other;
    client.post(TEAM, ServiceName.INSPECTION, path + "/start", null);
    JsonNode finding =
        client.post(
            TEAM,
            ServiceName.INSPECTION,
            path + "/findings",
            "{\"stop\": 1, \"title\": \"占道\", \"description\": \"占道经营\"}");
    // The outbox tells in order, so what was written before it has been told.
    await().atMost(Loop.PATIENCE).until(() -> isTold(finding.path("id").asText()));
    for (String secret : List.of(word, inspection, evaluation)) {
      assertTrue(!isTold(secret), secret);
    }
  }

  private static boolean isTold(String text) {
    try (Topics topics = new Topics(RunningStack.get().broker())) {
      List<ConsumerRecord<byte[], byte[]>> records = topics.records(EventCatalogue.topics());
      records.addAll(
          topics.records(EventCatalogue.topics().stream().map(topic -> topic + ".dlq").toList()));
      return records.stream().anyMatch(record -> contains(record, text));
    }
  }

  private static boolean contains(ConsumerRecord<byte[], byte[]> record, String text) {
    StringBuilder told = new StringBuilder(new String(record.value(), StandardCharsets.UTF_8));
    if (record.key() != null) {
      told.append(new String(record.key(), StandardCharsets.UTF_8));
    }
    record
        .headers()
        .forEach(header -> told.append(new String(header.value(), StandardCharsets.UTF_8)));
    return told.indexOf(text) >= 0;
  }
}
