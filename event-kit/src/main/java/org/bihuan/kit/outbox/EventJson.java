package org.bihuan.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.contract.Event;
import org.bihuan.kit.privacy.FreeTexts;

/** Events as they are told and kept: their free texts masked, whoever caused them (ADR 0023). */
@ApplicationScoped
public class EventJson {

  private final ObjectWriter writer;

  EventJson(ObjectMapper json) {
    writer = FreeTexts.writer(json, false);
  }

  /** The event as JSON. */
  public String of(Event event) {
    try {
      return writer.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "an event that cannot be written as JSON: " + event.getClass(), e);
    }
  }
}
