package org.bihuan.intake.keytask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintStatus;
import org.bihuan.intake.problem.ProblemStatus;
import org.bihuan.kit.paging.AnyOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.time.Week;

/** The complaints that tell of weekly key tasks. */
@ApplicationScoped
class KeyTasks {

  private static final Keyset<Complaint> PAGES = new Keyset<>(Complaint.class, Complaint::id);

  /** As a word of the query, since an index has no other complaints. */
  private static final String IS_KEY_TASK =
      "sourceKind = " + SourceKind.class.getName() + "." + SourceKind.WEEKLY_KEY_TASK;

  private static final List<ComplaintStatus> WITH_PROBLEM =
      List.of(ComplaintStatus.FILED, ComplaintStatus.MERGED);

  private final EntityManager database;

  KeyTasks(EntityManager database) {
    this.database = database;
  }

  Page<Complaint> page(KeyTaskFilter filter) {
    Criteria criteria =
        filter.status == null || filter.status.isEmpty()
            ? new Criteria()
            : inState(filter.status).criteria();
    criteria.where("e." + IS_KEY_TASK);
    criteria.equal("source.week", filter.week == null ? null : filter.week.toString());
    return PAGES.read(database, criteria, filter);
  }

  /** In one of these states, as {@link KeyTaskStatus} makes them of complaint and problem. */
  private static AnyOf inState(List<KeyTaskStatus> asked) {
    List<ComplaintStatus> alone =
        Arrays.stream(ComplaintStatus.values())
            .filter(status -> !WITH_PROBLEM.contains(status))
            .filter(status -> asked.contains(KeyTaskStatus.of(status, null)))
            .toList();
    List<ProblemStatus> ofProblem =
        Arrays.stream(ProblemStatus.values())
            .filter(status -> asked.contains(KeyTaskStatus.of(status)))
            .toList();
    AnyOf states =
        new AnyOf()
            .or(
                "e.status in %s and exists"
                    + " (select 1 from Problem p where p = e.problem and p.status in %s)",
                WITH_PROBLEM, ofProblem);
    return alone.isEmpty() ? states : states.or("e.status in %s", alone);
  }

  /** How many tasks of the week are in each state; those without any are left out. */
  Map<KeyTaskStatus, Long> counted(Week week) {
    Map<KeyTaskStatus, Long> counted = new EnumMap<>(KeyTaskStatus.class);
    database
        .createQuery(
            "select c.status, p.status, count(c) from Complaint c left join c.problem p where c."
                + IS_KEY_TASK
                + " and c.source.week = :week group by c.status, p.status",
            Object[].class)
        .setParameter("week", week.toString())
        .getResultStream()
        .forEach(
            row ->
                counted.merge(
                    KeyTaskStatus.of((ComplaintStatus) row[0], (ProblemStatus) row[1]),
                    (Long) row[2],
                    Long::sum));
    return counted;
  }
}
