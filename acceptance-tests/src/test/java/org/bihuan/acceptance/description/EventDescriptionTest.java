package org.bihuan.acceptance.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.EventType;
import org.bihuan.contract.IntakeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventDescriptionTest {

  private static final EventType ANY = EventCatalogue.of(IntakeEvent.ComplaintRegistered.class);

  static List<EventType> types() {
    return EventCatalogue.types();
  }

  /** Whoever changes what is on the wire sees the change, with -Dasyncapi.update=true. */
  @Test
  void the_events_are_described_as_stored() throws IOException {
    String described = EventDescription.asYaml();
    if (Boolean.getBoolean("asyncapi.update")) {
      Files.createDirectories(EventDescription.file().getParent());
      Files.writeString(EventDescription.file(), described);
    }
    assertTrue(Files.exists(EventDescription.file()), "no description is stored");
    assertEquals(Files.readString(EventDescription.file()), described);
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_golden_file_fits_its_schema(EventType type) throws IOException {
    assertEquals(
        List.of(), EventSchemas.stored().faults(type.name(), EventDescription.golden(type)));
  }

  @Test
  void an_event_of_a_type_without_a_schema_is_found() throws IOException {
    assertEquals(
        List.of("no schema for intake.problem-forgotten.v1"),
        EventSchemas.stored().faults("intake.problem-forgotten.v1", EventDescription.golden(ANY)));
  }

  @Test
  void a_field_that_the_schema_does_not_know_is_found() throws IOException {
    ObjectNode event = (ObjectNode) EventDescription.golden(ANY);
    event.put("colour", "blue");
    assertNotEquals(List.of(), EventSchemas.stored().faults(ANY.name(), event));
  }

  @Test
  void a_field_that_is_left_out_is_found() throws IOException {
    ObjectNode event = (ObjectNode) EventDescription.golden(ANY);
    event.remove("receivedAt");
    assertNotEquals(List.of(), EventSchemas.stored().faults(ANY.name(), event));
  }
}
