package org.bihuan.intake.recognition.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.bihuan.intake.recognition.Scope;
import org.bihuan.intake.recognition.learning.Lesson;

/**
 * What clerks decided about messages that came without a category: each is a lesson. What a rule
 * has filed and nobody touched is none, so that a model never learns from itself.
 */
@ApplicationScoped
class Decisions {

  private static final ZoneId DISTRICT = ZoneId.of("Asia/Shanghai");

  private final EntityManager database;

  Decisions(EntityManager database) {
    this.database = database;
  }

  List<Lesson> lessons() {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select coalesce(c.subject, ''), c.text, c.received_at, c.status, c.category_code, c.handover_body_code
                from complaint c
                where c.recognition_model is not null
                  and exists (select from ledger_entry e
                    where e.complaint_id = c.id and e.actor_role <> 'SYSTEM'
                      and (e.kind in ('intake.problem-filed.v1', 'intake.complaint-corrected.v1') and c.status in ('FILED', 'MERGED')
                        or e.kind = 'intake.complaint-handed-over.v1' and c.status = 'HANDED_OVER'))
                order by c.id
                """)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(Decisions::lesson).toList();
  }

  private static Lesson lesson(Object[] row) {
    boolean handedOver = row[3].equals("HANDED_OVER");
    String category = (String) row[4];
    return new Lesson(
        (String) row[0],
        (String) row[1],
        LocalDate.ofInstant((Instant) row[2], DISTRICT),
        handedOver ? Scope.OTHER_BODY : Scope.OURS,
        handedOver || "OTHER".equals(category) ? "" : category,
        "",
        Objects.requireNonNullElse((String) row[5], ""),
        null);
  }
}
