package org.bihuan.dispatch;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.EventType;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.contract.ReferenceEvent.CategoryPublished;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.contract.SourceKind;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.identity.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The district around dispatch-service in its tests: the neighbours that tell events, and the
 * people who call. State is only ever built the way they build it.
 */
@ApplicationScoped
public class District {

  public static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);
  public static final Identity ADMIN = Identity.of(Role.ADMIN);
  public static final String ENFORCEMENT = "LAW_ENFORCEMENT_BUREAU";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Actor NEIGHBOUR = new Actor("SPECIAL_TEAM", null, "neighbour");

  @Inject ObjectMapper json;
  @Inject Clock clock;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String broker;

  public static Identity handlerOf(String unit) {
    return Identity.of(Role.UNIT_HANDLER).ofUnit(unit);
  }

  /** A request in the name of {@code identity}, who reads English. */
  public static RequestSpecification as(Identity identity) {
    return as(identity, "en");
  }

  public static RequestSpecification as(Identity identity, String language) {
    return given()
        .header("Authorization", "Bearer " + Tokens.forTests().sign(identity))
        .header("Accept-Language", language)
        .contentType(ContentType.JSON);
  }

  /** A filed problem that the rules give to {@link #ENFORCEMENT} with 48 hours. */
  public ProblemFiled problem() {
    return problem("STREET_OCCUPATION", DeadlineClass.GENERAL);
  }

  /** The usual problem in another sub-district. */
  public ProblemFiled problemIn(String subdistrictCode) {
    return problem("STREET_OCCUPATION", DeadlineClass.GENERAL, subdistrictCode);
  }

  public ProblemFiled problem(String categoryCode, DeadlineClass deadlineClass) {
    return problem(categoryCode, deadlineClass, "370203021");
  }

  private ProblemFiled problem(
      String categoryCode, DeadlineClass deadlineClass, String subdistrictCode) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return new ProblemFiled(
        id,
        "W-" + id,
        UuidCreator.getTimeOrderedEpoch(),
        null,
        "占道经营",
        "示例路路口有流动摊贩占道",
        SourceKind.CITIZEN,
        categoryCode,
        deadlineClass,
        new Place("示例路 1 号", subdistrictCode, null, 120.35, 36.08),
        clock.instant(),
        clock.instant(),
        NEIGHBOUR);
  }

  /** Tells an event as its service does, and returns the event's id. */
  public UUID tell(Event event) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    tell(id, event);
    return id;
  }

  public void tell(UUID eventId, Event event) {
    tellAll(Map.of(eventId, event));
  }

  public void tellAll(Map<UUID, ? extends Event> events) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      events.forEach((id, event) -> producer.send(record(id, event)));
    }
  }

  /** Puts something on the topic of what intake tells that looks like the filing of a problem. */
  UUID tellFiling(String type, String key, byte[] body) {
    return tellFiling(type, key, body, null);
  }

  UUID tellFiling(String type, String key, byte[] body, String traceparent) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(EventCatalogue.INTAKE_EVENTS, bytes(key), body);
    record.headers().add("ce_id", bytes(id.toString()));
    record.headers().add("ce_type", bytes(type));
    if (traceparent != null) {
      record.headers().add("traceparent", bytes(traceparent));
    }
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      producer.send(record);
    }
    return id;
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private ProducerRecord<byte[], byte[]> record(UUID id, Event event) {
    EventType type = EventCatalogue.of(event.getClass());
    try {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(type.topic(), bytes(event.key()), json.writeValueAsBytes(event));
      record.headers().add("ce_specversion", bytes("1.0"));
      record.headers().add("ce_id", bytes(id.toString()));
      record.headers().add("ce_type", bytes(type.name()));
      record.headers().add("ce_source", bytes("/bihuan/neighbour"));
      record.headers().add("ce_time", bytes(clock.instant().toString()));
      record.headers().add("content-type", bytes("application/json"));
      return record;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Lets the service learn of a category, and waits until it has. */
  public void know(String categoryCode) {
    tell(
        new CategoryPublished(categoryCode, "示例类别", DeadlineClass.GENERAL, true, null, null, null));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                as(TEAM).get("/api/v1/order-items?categoryCode=" + categoryCode).statusCode()
                    == 200);
  }

  /** Publishes a sub-district, and waits until it is known. */
  public void knowSubdistrict(String code) {
    tell(new SubdistrictPublished(code, "台东"));
    await()
        .atMost(PATIENCE)
        .until(
            () -> as(TEAM).get("/api/v1/order-items?subdistrictCode=" + code).statusCode() == 200);
  }

  /** Files a problem and returns its item once it is there. */
  public JsonPath itemOf(ProblemFiled problem) {
    tell(problem);
    return awaitItem(problem.problemId());
  }

  public JsonPath awaitItem(UUID problemId) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> as(TEAM).get("/api/v1/order-items?problemId=" + problemId).jsonPath(),
            answer -> !answer.getList("items").isEmpty());
  }

  /** Files the usual problem and returns the id of its item, ISSUED. */
  public String issued() {
    return itemOf(problem()).getString("items[0].id");
  }

  public String acknowledged() {
    String id = issued();
    acknowledge(id).then().statusCode(200);
    return id;
  }

  public String replied() {
    String id = acknowledged();
    replyFinally(id).then().statusCode(201);
    return id;
  }

  public String accepted() {
    String id = replied();
    review(id, newestReply(id), "{\"decision\":\"ACCEPTED\"}").then().statusCode(200);
    return id;
  }

  public Response acknowledge(String id) {
    return as(handlerOf(ENFORCEMENT))
        .body("{}")
        .post("/api/v1/order-items/" + id + "/acknowledgement");
  }

  public Response replyFinally(String id) {
    return as(handlerOf(ENFORCEMENT))
        .body(
            """
            {"kind": "FINAL", "cause": "摊贩返潮", "measures": "劝离并增派巡查", "resultSummary": "路口已清"}
            """)
        .post("/api/v1/order-items/" + id + "/replies");
  }

  public Response review(String id, String replyId, String review) {
    return as(TEAM)
        .body(review)
        .post("/api/v1/order-items/" + id + "/replies/" + replyId + "/review");
  }

  public String newestReply(String id) {
    return item(id).getString("replies[-1].id");
  }

  public JsonPath item(String id) {
    return as(TEAM).get("/api/v1/order-items/" + id).then().statusCode(200).extract().jsonPath();
  }

  /** The inspection does not find the item's problem fixed. */
  public UUID tellRecheckFailed(String id, int round) {
    return tell(recheckFailed(id, round));
  }

  /** A re-check that did not find the item's problem fixed. */
  public RecheckFailed recheckFailed(String id, int round) {
    return new RecheckFailed(
        UuidCreator.getTimeOrderedEpoch(),
        problemIdOf(id),
        UUID.fromString(id),
        round,
        RecheckOutcome.NOT_RECTIFIED,
        clock.instant(),
        new Actor("INSPECTOR", null, "inspector"),
        List.of());
  }

  /** The inspection finds the item's problem fixed. */
  public UUID tellWrittenOff(String id) {
    return tell(
        new ProblemWrittenOff(
            UuidCreator.getTimeOrderedEpoch(),
            problemIdOf(id),
            UUID.fromString(id),
            UuidCreator.getTimeOrderedEpoch(),
            clock.instant(),
            new Actor("INSPECTOR", null, "inspector")));
  }

  private UUID problemIdOf(String id) {
    return UUID.fromString(item(id).getString("problemId"));
  }

  public JsonPath awaitStatus(String id, String status) {
    return await()
        .atMost(PATIENCE)
        .until(() -> item(id), item -> status.equals(item.getString("status")));
  }

  /**
   * Waits until the service has said {@code count} facts under a key, and returns them in order.
   */
  public List<Told> awaitTold(String topic, String key, int count) {
    List<Told> told = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                for (ConsumerRecord<byte[], byte[]> record :
                    consumer.poll(Duration.ofMillis(200))) {
                  if (key.equals(new String(record.key(), StandardCharsets.UTF_8))) {
                    told.add(Told.of(record));
                  }
                }
                return told.size() >= count;
              });
    }
    return told;
  }

  /** A fact as it lies on a topic. */
  public record Told(String type, String body) {

    static Told of(ConsumerRecord<byte[], byte[]> record) {
      return new Told(
          new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8),
          new String(record.value(), StandardCharsets.UTF_8));
    }

    public JsonPath json() {
      return JsonPath.from(body);
    }
  }
}
