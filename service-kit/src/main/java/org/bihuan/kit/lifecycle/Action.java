package org.bihuan.kit.lifecycle;

import java.util.Set;

/** Something that can be asked of a record. Implemented by the enum of a lifecycle's actions. */
public interface Action {

  String name();

  /** Roles that may ask for it; empty for what only the system does. */
  Set<String> roles();
}
