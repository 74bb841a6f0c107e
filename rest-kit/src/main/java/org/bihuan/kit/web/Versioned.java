package org.bihuan.kit.web;

/** A view of a record that can change: what desks return, and what an entity tag is made of. */
public interface Versioned {

  /** Counts up with every change of the record, from 0; always 0 when it never changes. */
  long version();
}
