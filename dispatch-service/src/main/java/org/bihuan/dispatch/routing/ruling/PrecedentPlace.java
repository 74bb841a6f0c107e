package org.bihuan.dispatch.routing.ruling;

/** How far around the place of its case a ruling holds for others. */
public enum PrecedentPlace {
  COMMUNITY,
  SUBDISTRICT,
  /** Everywhere. */
  DISTRICT
}
