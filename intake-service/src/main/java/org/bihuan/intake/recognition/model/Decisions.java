package org.bihuan.intake.recognition.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.recognition.Scope;
import org.bihuan.intake.recognition.learning.Lesson;
import org.bihuan.intake.reporter.Masking;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.intake.reporter.Reporter;
import org.bihuan.intake.reporter.ReporterVault;
import org.bihuan.kit.time.DistrictTime;

/**
 * What clerks decided about messages that came without a category: each is a lesson. What a rule
 * has filed and nobody touched is none, nor is a finding, which is filed in its inspector's name
 * under the category that was recognised: a model never learns from itself. A split counts: who
 * makes it lets the category stand.
 */
@ApplicationScoped
class Decisions {

  /** Newer ones tell more, and what is learned from is held in memory [ours]. */
  private static final int MOST = 3_000;

  private final EntityManager database;
  private final ReporterVault vault;

  Decisions(EntityManager database, ReporterVault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * The newest, at most 3 000, without their reporters' names and numbers. One whose reporter
   * cannot be read is left out.
   */
  List<Lesson> lessons() {
    List<Object[]> rows = decided();
    Map<UUID, Reporter> reporters = reporters(rows);
    return rows.stream()
        .map(
            row ->
                vault
                    .ifReadable((UUID) row[0], reporters.get(row[0]))
                    .map(reporter -> lesson(row, reporter)))
        .flatMap(Optional::stream)
        .toList();
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> decided() {
    return database
        .createNativeQuery(
            """
            select c.id, coalesce(c.subject, ''), c.text, c.received_at, c.status, c.category_code, c.handover_body_code
            from complaint c
            where c.recognition_model is not null
              and exists (select from ledger_entry e
                where e.complaint_id = c.id and e.actor_role <> 'SYSTEM'
                  and (e.kind = 'intake.problem-filed.v1' and c.source_kind <> 'INSPECTION_FINDING' and c.status in ('FILED', 'MERGED')
                    or e.kind = 'intake.complaint-corrected.v1' and c.status in ('FILED', 'MERGED')
                    or e.kind = 'intake.complaint-handed-over.v1' and c.status = 'HANDED_OVER'))
            order by c.id desc
            limit :most
            """)
        .setParameter("most", MOST)
        .getResultList();
  }

  private Map<UUID, Reporter> reporters(List<Object[]> rows) {
    return database
        .createQuery("select c.id, c.reporter from Complaint c where c.id in :ids", Object[].class)
        .setParameter("ids", rows.stream().map(row -> row[0]).toList())
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Reporter) row[1]));
  }

  private static Lesson lesson(Object[] row, NewReporter reporter) {
    Function<Object, String> masked = text -> Masking.text((String) text, reporter);
    boolean handedOver = row[4].equals("HANDED_OVER");
    String category = (String) row[5];
    return new Lesson(
        masked.apply(row[1]),
        masked.apply(row[2]),
        DistrictTime.day((Instant) row[3]),
        handedOver ? Scope.OTHER_BODY : Scope.OURS,
        handedOver || Categories.OTHER.equals(category) ? "" : category,
        "",
        Objects.requireNonNullElse((String) row[6], ""),
        null);
  }
}
