package org.bihuan.acceptance.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bihuan.acceptance.api.ForeignEvents;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.Broker;

/**
 * Puts events on the topics that cannot be applied: each {@link Poison kind} in turn, some under a
 * key of their own and some under that of a problem of which more is going to be told.
 */
final class Poisoner implements AutoCloseable {

  private final ForeignEvents events;
  private final Random dice;
  private final Queue<Dose> taken = new ConcurrentLinkedQueue<>();
  private final Set<String> keysOfOurs = ConcurrentHashMap.newKeySet();
  private final Set<UUID> idsOfOurs = ConcurrentHashMap.newKeySet();
  private int number;

  Poisoner(Broker broker, long seed) {
    this.dice = new Random(seed);
    this.events = new ForeignEvents(broker);
    // Asked for now, so that no complaint waits for it while the broker is away.
    for (Poison.Way way : Poison.Way.values()) {
      events.lookUp(way.topic());
    }
  }

  /** An event that the broker has taken. */
  record Dose(Poison kind, Poison.Way way, UUID key, String place) {

    /** The services that must have set it aside, each with the place. */
    List<String> parkedAs() {
      List<String> parked = new ArrayList<>();
      for (ServiceName reader : kind.parkedBy(way)) {
        parked.add(reader.partName() + " " + place);
      }
      return parked;
    }
  }

  /**
   * Sends the next one without waiting for the broker, which may be away.
   *
   * @param problem whose key it is to have, or {@code null} for one of its own; only where later
   *     events of the key come by the same topic
   */
  void send(UUID problem) {
    Poison kind = Poison.values()[number % Poison.values().length];
    number++;
    // Without an id of its own it could not be told from the problem's own events.
    boolean underProblem = problem != null && kind.hasId() && kind != Poison.UNKNOWN_RECORD;
    Poison.Way way = underProblem ? Poison.Way.FROM_DISPATCH : kind.way(dice.nextInt(3));
    UUID key = underProblem ? problem : UUID.randomUUID();
    UUID id = UUID.randomUUID();
    idsOfOurs.add(id);
    if (!underProblem) {
      keysOfOurs.add(key.toString());
    }
    Map<String, String> headers = new HashMap<>(Map.of("ce_type", kind.type(way)));
    if (kind.hasId()) {
      headers.put("ce_id", id.toString());
    }
    events
        .send(way.topic(), key.toString(), kind.body(key), headers)
        .thenAccept(
            done ->
                taken.add(
                    new Dose(
                        kind,
                        way,
                        key,
                        way.topic() + "-" + done.partition() + "@" + done.offset())));
  }

  /** What the broker has taken so far; what it refused may lie on the topic or not. */
  List<Dose> taken() {
    events.flush();
    return List.copyOf(taken);
  }

  /** Whether a dead letter is one of these, wherever a replay has put it. */
  boolean isOurs(UUID eventId, String key) {
    return eventId != null && idsOfOurs.contains(eventId)
        || key != null && keysOfOurs.contains(key);
  }

  @Override
  public void close() {
    events.close();
  }
}
