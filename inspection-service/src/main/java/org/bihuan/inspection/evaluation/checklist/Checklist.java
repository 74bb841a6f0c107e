package org.bihuan.inspection.evaluation.checklist;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.actor.ActedBy;
import org.hibernate.annotations.ListIndexBase;

/**
 * What is looked at at places of one type (测评清单). It never changes: another one of the same type
 * gets the next number, and what was planned with this one keeps it.
 */
@Entity
@Table(name = "checklist")
public class Checklist {

  @Id private UUID id;

  @Column(name = "place_type_code")
  private String placeTypeCode;

  @Column(name = "place_type_name")
  private String placeTypeName;

  private int number;

  @Column(name = "created_at")
  private Instant createdAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "created_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "created_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "created_by_subject"))
  private ActedBy createdBy;

  @ElementCollection
  @CollectionTable(name = "checklist_item", joinColumns = @JoinColumn(name = "checklist_id"))
  @OrderColumn(name = "number")
  @ListIndexBase(1)
  private List<ChecklistItem> items = new ArrayList<>();

  protected Checklist() {}

  /** The checklist {@code wanted} under the next number of its type. */
  static Checklist of(NewChecklist wanted, int number, Actor by, Instant now) {
    Checklist checklist = new Checklist();
    checklist.id = UuidCreator.getTimeOrderedEpoch();
    checklist.placeTypeCode = wanted.placeTypeCode();
    checklist.placeTypeName = wanted.placeTypeName();
    checklist.number = number;
    checklist.createdAt = now;
    checklist.createdBy = ActedBy.of(by);
    checklist.items.addAll(wanted.items());
    return checklist;
  }

  public UUID id() {
    return id;
  }

  public String placeTypeCode() {
    return placeTypeCode;
  }

  String placeTypeName() {
    return placeTypeName;
  }

  int number() {
    return number;
  }

  Instant createdAt() {
    return createdAt;
  }

  Actor createdBy() {
    return createdBy.actor();
  }

  /** What is looked at; item {@code n} is at index {@code n - 1}. */
  public List<ChecklistItem> items() {
    return List.copyOf(items);
  }
}
