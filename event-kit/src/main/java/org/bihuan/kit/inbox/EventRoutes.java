package org.bihuan.kit.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.EventType;

/** Which verb applies which event type. Types without one are somebody else's business. */
public final class EventRoutes {

  private final Map<String, Route> routes = new HashMap<>();

  /**
   * Applies events of {@code record} with {@code verb}, which runs inside the inbox's transaction.
   */
  public <E extends Event> void on(Class<E> record, Consumer<E> verb) {
    on(record, (event, id) -> verb.accept(event));
  }

  /** The same for a verb that also keeps the event's id. */
  public <E extends Event> void on(Class<E> record, BiConsumer<E, UUID> verb) {
    EventType type = EventCatalogue.of(record);
    if (routes.putIfAbsent(
            type.name(), new Route(type, (event, id) -> verb.accept(record.cast(event), id)))
        != null) {
      throw new IllegalArgumentException("two verbs for " + type.name());
    }
  }

  Route route(String type) {
    return routes.get(type);
  }

  record Route(EventType type, BiConsumer<Event, UUID> verb) {}
}
