package org.bihuan.acceptance.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bihuan.acceptance.api.Client;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.layout.ServiceName;

/** What the lists of the running stack show, by what they can be filtered by. */
final class DemoFigures {

  private final Client client;

  DemoFigures(Client client) {
    this.client = client;
  }

  void print() {
    System.out.println("What the lists show now");
    show(
        ServiceName.INTAKE,
        "complaints",
        "status",
        "RECEIVED FILED MERGED HANDED_OVER REJECTED WITHDRAWN");
    show(
        ServiceName.INTAKE,
        "problems",
        "status",
        "OPEN DISPATCHED REPLIED RECHECK_PENDING REWORK SUSPENDED WRITTEN_OFF CANCELLED");
    show(ServiceName.DISPATCH, "orders", "kind", "SPECIAL BULLETIN ROUTINE");
    show(
        ServiceName.DISPATCH,
        "order-items",
        "status",
        "UNASSIGNED ISSUED ACKNOWLEDGED RETURN_REQUESTED REPLIED RECHECK_PENDING REWORK SUSPENDED"
            + " WRITTEN_OFF CANCELLED");
    show(ServiceName.DISPATCH, "order-items", "light", "GREEN YELLOW RED");
    show(
        ServiceName.DISPATCH, "order-items", "deadlineClass", "GENERAL FACILITY PLANNED EMERGENCY");
    show(ServiceName.DISPATCH, "meetings", "status", "PLANNED HELD CANCELLED");
    show(ServiceName.DISPATCH, "rulings", "inForce", "true");
    show(ServiceName.DISPATCH, "standing-demands", "holding", "true");
    show(ServiceName.DISPATCH, "postings", "everyDay", "true");
    show(ServiceName.DISPATCH, "notifications", "unread", "true");
    show(ServiceName.INSPECTION, "rechecks", "status", "PLANNED ASSIGNED DONE CANCELLED");
    show(ServiceName.INSPECTION, "rechecks", "outcome", "PASSED NOT_RECTIFIED PARTIAL RELAPSED");
    show(ServiceName.INSPECTION, "inspections", "status", "PLANNED STARTED CONCLUDED CANCELLED");
    show(ServiceName.INSPECTION, "inspections", "tier", "FRONTLINE LINE AREA");
  }

  private void show(ServiceName service, String list, String filter, String values) {
    Identity who = People.TEAM;
    for (String value : List.of(values.split(" "))) {
      String query = "/api/v1/" + list + "?" + filter + "=" + value;
      try {
        long total = client.total(who, service, query);
        System.out.print(DemoTally.row(list + " " + filter + "=" + value, total));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + query, e);
      }
    }
  }
}
