package org.bihuan.dispatch.campaign.survey;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.actor.Author;
import org.hibernate.annotations.Immutable;

/** That somebody looked at a point. It is never changed; who looks again adds another one. */
@Entity
@Immutable
@Table(name = "point_survey")
public class PointSurvey {

  @Id private UUID id;

  @Column(name = "point_id")
  private UUID pointId;

  @Enumerated(EnumType.STRING)
  private SurveyResult result;

  private String finding;
  private String reason;

  @Column(name = "attachment_ids")
  private List<UUID> attachmentIds;

  @Column(name = "surveyed_at")
  private Instant surveyedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "surveyed_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "surveyed_by_unit"))
  @AttributeOverride(name = "subject", column = @Column(name = "surveyed_by_subject"))
  private Author author;

  protected PointSurvey() {}

  static PointSurvey of(UUID pointId, NewSurvey content, Instant at, Actor by) {
    PointSurvey survey = new PointSurvey();
    survey.id = UuidCreator.getTimeOrderedEpoch();
    survey.pointId = pointId;
    survey.result = content.result();
    survey.finding = content.finding();
    survey.reason = content.reason();
    survey.attachmentIds = List.copyOf(content.attachmentIds());
    survey.surveyedAt = at;
    survey.author = Author.of(by);
    return survey;
  }

  UUID pointId() {
    return pointId;
  }

  /** Photos and papers that show what was found. */
  List<UUID> attachmentIds() {
    return attachmentIds;
  }

  UUID id() {
    return id;
  }

  SurveyResult result() {
    return result;
  }

  String finding() {
    return finding;
  }

  String reason() {
    return reason;
  }

  Instant surveyedAt() {
    return surveyedAt;
  }

  Actor surveyedBy() {
    return author.actor();
  }
}
