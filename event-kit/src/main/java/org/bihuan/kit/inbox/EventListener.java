package org.bihuan.kit.inbox;

import java.util.List;

/**
 * What a service does when others tell it something: one implementation per upstream service,
 * wiring alone.
 */
public interface EventListener {

  /** Topics to read. */
  List<String> topics();

  /** Names, type by type, the verb that applies it. */
  void listen(EventRoutes routes);
}
