package org.bihuan.contract;

import java.time.Instant;
import java.util.UUID;

/** Facts told by dispatch-service about whole meetings, whatever they decide about items. */
public sealed interface MeetingEvent extends Event {

  Actor actor();

  /** When the fact happened. */
  Instant occurredAt();

  /**
   * A meeting took place.
   *
   * @param scheduledAt when it was to begin, by which meetings are listed
   * @param occurredAt when it was recorded that it was held
   */
  record MeetingHeld(
      UUID meetingId, MeetingKind meetingKind, Instant scheduledAt, Instant occurredAt, Actor actor)
      implements MeetingEvent {
    @Override
    public String key() {
      return meetingId.toString();
    }
  }
}
