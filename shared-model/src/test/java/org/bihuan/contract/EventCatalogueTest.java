package org.bihuan.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCatalogueTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static List<EventType> types() {
    return EventCatalogue.types();
  }

  @Test
  void every_event_record_is_in_the_catalogue_once() {
    Set<Class<?>> listed =
        EventCatalogue.types().stream().map(EventType::record).collect(Collectors.toSet());
    Set<Class<?>> declared =
        Stream.of(
                IntakeEvent.class,
                DispatchEvent.class,
                MeetingEvent.class,
                CampaignEvent.class,
                InspectionEvent.class,
                ReferenceEvent.class)
            .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
            .collect(Collectors.toSet());
    assertEquals(declared, listed);
    assertEquals(listed.size(), EventCatalogue.types().size());
  }

  /**
   * A changed golden file is a changed contract: old readers and old records on the topics must
   * still fit.
   */
  @ParameterizedTest
  @MethodSource("types")
  void an_event_is_written_as_its_golden_file_and_read_from_it(EventType type) throws Exception {
    Event example = type.record().cast(example(type.record()));
    Path golden = GOLDEN.resolve(type.name() + ".json");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, JSON.writeValueAsString(example) + "\n");
    }
    assertTrue(Files.exists(golden), "no golden file for " + type.name());
    assertEquals(JSON.readTree(Files.readString(golden)), JSON.valueToTree(example));
    assertEquals(example, JSON.readValue(Files.readString(golden), type.record()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void an_event_has_a_key_by_which_it_is_ordered(EventType type) throws Exception {
    assertTrue(!type.record().cast(example(type.record())).key().isBlank());
  }

  /** What was told before facts carried attachments is still on the topics. */
  @ParameterizedTest
  @MethodSource("types")
  void an_event_without_attachments_is_still_read(EventType type) throws Exception {
    ObjectNode older = golden(type.name());
    if (older.remove("attachments") != null) {
      JsonNode read = JSON.valueToTree(JSON.treeToValue(older, type.record()));
      assertEquals(older.putArray("attachments"), read.get("attachments"));
    }
  }

  /** What was told before facts said when a complaint was received is still on the topics. */
  @Test
  void a_fact_older_than_the_receipt_is_still_read() throws Exception {
    ObjectNode merged = golden("intake.complaint-merged.v1");
    merged.remove(List.of("sourceKind", "receivedAt"));
    assertNull(JSON.treeToValue(merged, IntakeEvent.ComplaintMerged.class).sourceKind());
    ObjectNode filed = golden("intake.problem-filed.v1");
    filed.remove("receivedAt");
    assertNull(JSON.treeToValue(filed, IntakeEvent.ProblemFiled.class).receivedAt());
  }

  /** What was told before an overdue item named its unit is still on the topics. */
  @Test
  void a_fact_older_than_the_unit_of_an_overdue_item_is_still_read() throws Exception {
    ObjectNode overdue = golden("dispatch.item-overdue.v1");
    overdue.remove(List.of("leadUnit", "round"));
    DispatchEvent.ItemOverdue read = JSON.treeToValue(overdue, DispatchEvent.ItemOverdue.class);
    assertNull(read.leadUnit());
    assertNull(read.round());
  }

  /** What was told before write-offs asked for evidence is still on the topics. */
  @Test
  void a_fact_older_than_the_rules_of_evidence_is_still_read() throws Exception {
    ObjectNode passed = golden("inspection.recheck-passed.v1");
    passed.remove(List.of("missingEvidence", "waivers"));
    InspectionEvent.RecheckPassed read =
        JSON.treeToValue(passed, InspectionEvent.RecheckPassed.class);
    assertNull(read.missingEvidence());
    assertEquals(List.of(), read.waivers());
    ObjectNode category = golden("reference.category-published.v1");
    category.remove(List.of("photoEvidence", "positionEvidence", "quietEvidence"));
    ReferenceEvent.CategoryPublished published =
        JSON.treeToValue(category, ReferenceEvent.CategoryPublished.class);
    assertEquals(EvidenceRule.ADVISED, published.photoEvidence());
    assertEquals(EvidenceRule.ADVISED, published.positionEvidence());
    assertEquals(EvidenceRule.ADVISED, published.quietEvidence());
  }

  /** What was told before items said why they are where they are is still on the topics. */
  @Test
  void a_fact_older_than_reasons_of_routing_is_still_read() throws Exception {
    ObjectNode issued = golden("dispatch.item-issued.v1");
    issued.remove("why");
    assertNull(JSON.treeToValue(issued, DispatchEvent.ItemIssued.class).why());
    ObjectNode unassigned = golden("dispatch.item-unassigned.v1");
    unassigned.remove("why");
    assertNull(JSON.treeToValue(unassigned, DispatchEvent.ItemUnassigned.class).why());
  }

  /** What was told before orders said their form is still on the topics. */
  @Test
  void a_fact_older_than_the_forms_of_orders_is_still_read() throws Exception {
    ObjectNode issued = golden("dispatch.item-issued.v1");
    issued.remove("orderKind");
    assertNull(JSON.treeToValue(issued, DispatchEvent.ItemIssued.class).orderKind());
  }

  /** What was told before units had a kind is still on the topic, which is compacted. */
  @Test
  void a_unit_of_before_kinds_is_read_as_a_sub_unit_when_it_has_a_parent() throws Exception {
    ObjectNode older = golden("reference.unit-published.v1");
    older.remove("kind");
    assertEquals(
        UnitKind.SUB_UNIT, JSON.treeToValue(older, ReferenceEvent.UnitPublished.class).kind());
    older.remove("parentCode");
    assertEquals(
        UnitKind.DISTRICT_UNIT, JSON.treeToValue(older, ReferenceEvent.UnitPublished.class).kind());
  }

  private static ObjectNode golden(String type) throws IOException {
    return (ObjectNode) JSON.readTree(Files.readString(GOLDEN.resolve(type + ".json")));
  }

  private static Object example(Class<?> record) throws ReflectiveOperationException {
    List<Class<?>> types = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      types.add(component.getType());
      values.add(value(component));
    }
    return record
        .getDeclaredConstructor(types.toArray(Class<?>[]::new))
        .newInstance(values.toArray());
  }

  private static Object value(RecordComponent component) throws ReflectiveOperationException {
    Class<?> type = component.getType();
    if (type == UUID.class) {
      return UUID.nameUUIDFromBytes(
          component.getName().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    if (type == Instant.class) {
      return Instant.parse("2026-11-24T00:15:00Z");
    }
    if (type == LocalDate.class) {
      return LocalDate.parse("2026-12-20");
    }
    if (type == String.class) {
      return component.getName();
    }
    if (type == int.class || type == Integer.class) {
      return 1;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == Double.class) {
      return 36.0835;
    }
    if (type == List.class) {
      String element = component.getGenericType().getTypeName();
      if (element.contains("EvidenceWaiver")) {
        return List.of(example(EvidenceWaiver.class));
      }
      if (element.contains("Evidence>")) {
        return List.of(Evidence.PHOTO, Evidence.QUIET_TIME);
      }
      if (element.contains("AttachedFile")) {
        return List.of(example(AttachedFile.class));
      }
      if (element.contains("UUID")) {
        return List.of(UUID.nameUUIDFromBytes(element.getBytes(StandardCharsets.UTF_8)));
      }
      return List.of(element.contains("UnitName") ? new UnitName("CODE", "name") : "CODE");
    }
    return type.isEnum() ? type.getEnumConstants()[0] : example(type);
  }
}
