package org.bihuan.dispatch.campaign.point;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.dispatch.campaign.point.PointLifecycle.PointAction;
import org.junit.jupiter.api.Test;

/** Walks every state × action; the grid is written down here once more. */
class PointLifecycleTest {

  private static final String[] ROWS = {
    "LISTED: CORRECT>LISTED PLAN>LISTED SURVEY>SURVEYED DISMISS>NOT_NEEDED",
    "SURVEYED: PLAN>SURVEYED SURVEY>SURVEYED DISMISS>NOT_NEEDED START>IN_WORK",
    "NOT_NEEDED: SURVEY>SURVEYED DISMISS>NOT_NEEDED",
    "IN_WORK: RELEASE>SURVEYED"
  };

  @Test
  void every_step_leads_where_the_grid_says_and_there_is_no_other() {
    Map<PointStatus, Map<PointAction, PointStatus>> written = new EnumMap<>(PointStatus.class);
    for (String row : ROWS) {
      Map<PointAction, PointStatus> steps = new TreeMap<>();
      Arrays.stream(row.substring(row.indexOf(':') + 2).split(" "))
          .map(cell -> cell.split(">"))
          .forEach(cell -> steps.put(PointAction.valueOf(cell[0]), PointStatus.valueOf(cell[1])));
      written.put(PointStatus.valueOf(row.substring(0, row.indexOf(':'))), steps);
    }
    Map<PointStatus, Map<PointAction, PointStatus>> found = new EnumMap<>(PointStatus.class);
    for (PointStatus status : PointStatus.values()) {
      Map<PointAction, PointStatus> steps = new TreeMap<>();
      for (PointAction action : PointAction.values()) {
        if (PointLifecycle.allows(status, action)) {
          steps.put(action, PointLifecycle.next(status, action));
        }
      }
      found.put(status, steps);
    }
    assertEquals(written, found);
  }
}
