package org.bihuan.acceptance.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bihuan.acceptance.api.ForeignEvents;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.EventType;
import org.bihuan.localstack.parts.Broker;

/**
 * A key under which an event cannot be applied, since it is the key of another, with a sound event
 * behind it.
 */
final class PoisonedKey {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private PoisonedKey() {}

  /** Sends {@code ofAnotherKey} under the key of {@code sound}, and then {@code sound}. */
  static void send(Broker broker, Event ofAnotherKey, Event sound) throws JsonProcessingException {
    try (ForeignEvents events = new ForeignEvents(broker)) {
      send(events, ofAnotherKey, sound.key());
      send(events, sound, sound.key());
    }
  }

  private static void send(ForeignEvents events, Event event, String key)
      throws JsonProcessingException {
    EventType type = EventCatalogue.of(event.getClass());
    events
        .send(
            type.topic(),
            key,
            JSON.writeValueAsBytes(event),
            Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type.name(),
                "ce_time",
                Instant.now().toString(),
                "ce_subject",
                key,
                "content-type",
                "application/json"))
        .join();
  }
}
