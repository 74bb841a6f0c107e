package org.bihuan.acceptance.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/**
 * Something that people look at again and again.
 *
 * @param path the path and query. {@code {table.column}} stands for a value of that column in one
 *     of many rows, another each time
 * @param found whether stored lives must have something to show for it
 */
record Question(Kind kind, ServiceName service, Identity who, String path, boolean found) {

  /** What is told of together. */
  enum Kind {
    LIST("lists, page 1"),
    FILTER("filters and sorts, page 1"),
    ONE("single reads");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);
  private static final Identity UNIT =
      Identity.of(Role.UNIT_HANDLER).ofUnit("URBAN_MANAGEMENT_BUREAU");

  /** One that hardly ever gets anything: what it sees must be found, not met by chance. */
  static final Identity IDLE_UNIT = Identity.of(Role.UNIT_HANDLER).ofUnit("FINANCE_BUREAU");

  private static final Identity STREET = Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203021");

  /** Every list there is of records that grow with the lives, and what people narrow it by. */
  static final List<Question> ALL = all();

  /** What is paged through to its far end. */
  static final List<Question> PAGED = paged();

  private static List<Question> paged() {
    List<Question> paged = new ArrayList<>();
    ALL.stream().filter(question -> question.kind() == Kind.LIST).forEach(paged::add);
    filters(
        paged,
        ServiceName.INTAKE,
        TEAM,
        "problems?status=WRITTEN_OFF",
        "problems?sort=dueAt",
        "problems?sort=-dueAt");
    filters(
        paged,
        ServiceName.DISPATCH,
        TEAM,
        "order-items?status=WRITTEN_OFF",
        "order-items?sort=dueAt",
        "order-items?sort=-dueAt");
    filters(paged, ServiceName.INSPECTION, TEAM, "rechecks?sort=dueAt");
    return List.copyOf(paged);
  }

  private static List<Question> all() {
    List<Question> all = new ArrayList<>();
    lists(all, ServiceName.INTAKE, "problems", "complaints", "ledger");
    lists(all, ServiceName.DISPATCH, "order-items", "orders");
    lists(all, ServiceName.INSPECTION, "rechecks", "write-offs");
    // Within the two years of stored lives, also when they were stored a year ago.
    Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
    Instant before = today.minus(Duration.ofDays(180));
    String month = "from=" + before + "&to=" + before.plus(Duration.ofDays(30));
    filters(
        all,
        ServiceName.INTAKE,
        TEAM,
        "problems?status=DISPATCHED",
        "problems?status=DISPATCHED&status=REWORK",
        "problems?subdistrictCode=370203021&categoryCode=CABLE_TANGLE",
        "problems?unitCode={problem.lead_unit_code}",
        "problems?" + month,
        "problems?sort=dueAt",
        "problems?sort=-dueAt",
        "problems?q=井盖松动",
        "complaints?status=FILED",
        "complaints?channel=HOTLINE_12319&subdistrictCode={complaint.subdistrict_code}",
        "complaints?sourceRef={complaint.source_ref}",
        "complaints?problemId={problem.id}",
        "complaints?" + month,
        "ledger?problemId={problem.id}",
        "ledger?kind=dispatch.item-overdue.v1",
        "ledger?" + month);
    rare(
        all,
        ServiceName.INTAKE,
        TEAM,
        "problems?status=OPEN",
        "problems?subdistrictCode=370203005&status=REPLIED",
        "problems?q=没有这样的话",
        "complaints?status=RECEIVED");
    filters(all, ServiceName.INTAKE, UNIT, "problems", "problems?status=DISPATCHED");
    filters(all, ServiceName.INTAKE, IDLE_UNIT, "problems");
    filters(all, ServiceName.INTAKE, STREET, "problems", "complaints");
    filters(
        all,
        ServiceName.DISPATCH,
        TEAM,
        "order-items?status=ISSUED",
        "order-items?status=ISSUED&status=ACKNOWLEDGED&status=REWORK",
        "order-items?overdue=true",
        "order-items?overdue=true&status=ISSUED",
        "order-items?dueAfter=" + before + "&dueBefore=" + before.plus(Duration.ofDays(7)),
        "order-items?sort=dueAt",
        "order-items?sort=-dueAt",
        "order-items?status=ISSUED&sort=dueAt",
        "order-items?problemId={order_item.problem_id}",
        "orders?status=ISSUED",
        "orders?status=CLOSED",
        "orders?unitCode={order_item.lead_unit_code}",
        "orders?serial={supervision_order.serial}",
        "orders?" + month);
    rare(
        all,
        ServiceName.DISPATCH,
        TEAM,
        "order-items?status=UNASSIGNED",
        "order-items?unitCode={order_item.lead_unit_code}&status=REPLIED",
        "order-items?light=YELLOW");
    filters(
        all,
        ServiceName.DISPATCH,
        UNIT,
        "order-items",
        "order-items?status=ISSUED",
        "orders",
        "order-items?overdue=true");
    filters(all, ServiceName.DISPATCH, IDLE_UNIT, "order-items", "orders");
    filters(all, ServiceName.DISPATCH, STREET, "order-items", "orders");
    filters(
        all,
        ServiceName.INSPECTION,
        TEAM,
        "rechecks?status=PLANNED",
        "rechecks?status=PLANNED&sort=dueAt",
        "rechecks?status=PLANNED&dueBefore=" + today.plus(Duration.ofDays(365)),
        "rechecks?outcome=NOT_RECTIFIED",
        "rechecks?unitCode={recheck.lead_unit_code}",
        "rechecks?sort=-dueAt",
        "rechecks?problemId={recheck.problem_id}",
        "write-offs?unitCode={recheck.lead_unit_code}",
        "write-offs?subdistrictCode=370203005",
        "write-offs?" + month);
    filters(all, ServiceName.INSPECTION, UNIT, "rechecks", "write-offs");
    filters(all, ServiceName.INSPECTION, IDLE_UNIT, "rechecks", "write-offs");
    filters(all, ServiceName.INSPECTION, STREET, "rechecks", "write-offs");
    ones(
        all,
        ServiceName.INTAKE,
        "complaints/{complaint.id}",
        "problems/{problem.id}",
        "problems/{problem.id}/timeline",
        "problems/{problem.id}/certificate",
        "public/complaints/{complaint.tracking_code}");
    ones(
        all,
        ServiceName.DISPATCH,
        "order-items/{order_item.id}",
        "order-items/{order_item.id}/history",
        "orders/{supervision_order.id}");
    ones(all, ServiceName.INSPECTION, "rechecks/{recheck.id}");
    return List.copyOf(all);
  }

  /** How the table of figures calls it. */
  String name() {
    String by =
        who.equals(TEAM)
            ? ""
            : who.equals(UNIT)
                ? "a unit: "
                : who.equals(IDLE_UNIT) ? "an idle unit: " : "a sub-district: ";
    return by + path.substring("/api/v1/".length());
  }

  private static void lists(List<Question> all, ServiceName service, String... paths) {
    add(all, Kind.LIST, service, TEAM, true, paths);
  }

  private static void filters(
      List<Question> all, ServiceName service, Identity who, String... paths) {
    add(all, Kind.FILTER, service, who, true, paths);
  }

  /**
   * What stored lives may have none of, such as what waits to be filed; that is asked for as well.
   */
  private static void rare(List<Question> all, ServiceName service, Identity who, String... paths) {
    add(all, Kind.FILTER, service, who, false, paths);
  }

  private static void ones(List<Question> all, ServiceName service, String... paths) {
    add(all, Kind.ONE, service, TEAM, true, paths);
  }

  private static void add(
      List<Question> all,
      Kind kind,
      ServiceName service,
      Identity who,
      boolean found,
      String... paths) {
    for (String path : paths) {
      all.add(new Question(kind, service, who, "/api/v1/" + path, found));
    }
  }
}
