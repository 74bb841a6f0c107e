package org.bihuan.dispatch.unit;

/** Something that names a unit and needs it to be there. */
public interface UnitTie {

  /** What is counted, as the refusal to close a unit calls it, e.g. {@code openItems}. */
  String name();

  /** How many of them name the unit now or will. */
  long count(String unitCode);

  /** Gives to another unit what can be given without anybody's judgement; by default nothing. */
  default void handOver(String unitCode, AssignedUnit successor) {}
}
