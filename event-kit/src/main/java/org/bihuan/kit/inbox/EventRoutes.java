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
   * Where several follow from the same fact, they run one after the other.
   */
  public <E extends Event> void on(Class<E> record, Consumer<E> verb) {
    on(record, (event, id) -> verb.accept(event));
  }

  /** The same for a verb that also keeps the event's id. */
  public <E extends Event> void on(Class<E> record, BiConsumer<E, UUID> verb) {
    EventType type = EventCatalogue.of(record);
    routes.merge(
        type.name(),
        new Route(type, (event, id) -> verb.accept(record.cast(event), id)),
        (first, next) -> new Route(type, first.verb().andThen(next.verb())));
  }

  Route route(String type) {
    return routes.get(type);
  }

  record Route(EventType type, BiConsumer<Event, UUID> verb) {}
}
