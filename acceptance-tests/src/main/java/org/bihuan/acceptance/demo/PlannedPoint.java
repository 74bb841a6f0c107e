package org.bihuan.acceptance.demo;

/**
 * A row of the target list of the campaign.
 *
 * @param unit who is to answer, or {@code null} for the fallback unit
 * @param progress how far it gets
 * @param item number of the item by which it is worked on, or 0
 */
record PlannedPoint(
    int number, Kind kind, Place place, String keyArea, String unit, Progress progress, int item) {

  enum Progress {
    LISTED,
    PLANNED,
    NOT_NEEDED,
    SURVEYED,
    IN_WORK;

    boolean hasPlan() {
      return this == PLANNED || this == IN_WORK;
    }
  }
}
