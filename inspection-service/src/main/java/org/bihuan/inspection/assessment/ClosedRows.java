package org.bihuan.inspection.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.assessment.figure.Assessed;
import org.bihuan.kit.time.Month;

/** The rows of closed months as they were computed. */
@ApplicationScoped
class ClosedRows implements PanacheRepositoryBase<ClosedRow, UUID> {

  private final ObjectMapper json;

  ClosedRows(ObjectMapper json) {
    this.json = json;
  }

  /** Keeps the rows of a month, in their order. */
  void keep(Month month, Assessed kind, List<AssessmentRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      persist(ClosedRow.of(month, kind, i, text(rows.get(i))));
    }
  }

  /** The rows of a closed month, in their order. */
  List<AssessmentRow> of(Month month, Assessed kind) {
    return list("month = ?1 and kind = ?2 order by place", month.toString(), kind).stream()
        .map(this::row)
        .toList();
  }

  private String text(AssessmentRow row) {
    try {
      return json.writeValueAsString(row);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private AssessmentRow row(ClosedRow kept) {
    try {
      return json.readValue(kept.content(), AssessmentRow.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
