package org.bihuan.contract;

/**
 * A fact one service tells the others over Kafka. Its wire name, version and topic are listed once,
 * in {@link EventCatalogue}.
 *
 * <p>No event carries a name, a phone number or anything else that identifies a reporter: topics
 * are kept for a long time and read by many (PIPL, smallest necessary data; ADR 0007).
 */
public sealed interface Event
    permits IntakeEvent,
        DispatchEvent,
        MeetingEvent,
        CampaignEvent,
        InspectionEvent,
        ReferenceEvent {

  /**
   * Partition key: facts with the same key are delivered in the order in which they happened. The
   * problem's id, or the id of what may become a problem while there is none yet.
   */
  String key();
}
