package org.bihuan.dispatch.routing.ruling;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.actor.Author;
import org.bihuan.dispatch.routing.RoutingScope;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.refusal.Conflict;

/**
 * The special team's last word on whose business an item is, when two units have returned it to
 * each other (裁定). As a precedent (先例) it routes every like case from then on, until it is
 * withdrawn; what it ruled upon stays as it is.
 */
@Entity
@Table(name = "ruling")
public class Ruling {

  @Id private UUID id;
  private int number;

  @Column(name = "item_id")
  private UUID itemId;

  @Column(name = "request_id")
  private UUID requestId;

  @Column(name = "problem_serial")
  private String problemSerial;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "returned_by_code"))
  @AttributeOverride(name = "name", column = @Column(name = "returned_by_name"))
  private AssignedUnit returnedBy;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "suggested_unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "suggested_unit_name"))
  private AssignedUnit suggestedUnit;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "lead_unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "lead_unit_name"))
  private AssignedUnit leadUnit;

  @Column(name = "clause_code")
  private String clauseCode;

  private String reason;
  private boolean precedent;

  @Column(name = "category_code")
  private String categoryCode;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  @Column(name = "community_code")
  private String communityCode;

  private String words;

  @Column(name = "ruled_at")
  private Instant ruledAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "ruled_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "ruled_by_unit"))
  @AttributeOverride(name = "subject", column = @Column(name = "ruled_by_subject"))
  private Author ruledBy;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "withdrawn_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "withdrawn_by_unit"))
  @AttributeOverride(name = "subject", column = @Column(name = "withdrawn_by_subject"))
  private Author withdrawnBy;

  @Column(name = "withdrawal_reason")
  private String withdrawalReason;

  @Version private long version;

  protected Ruling() {}

  /** What was ruled upon: the item, the request, the unit that returns and the one it names. */
  public record Matter(
      UUID itemId,
      UUID requestId,
      String problemSerial,
      AssignedUnit returnedBy,
      AssignedUnit suggestedUnit) {}

  /**
   * What is ruled.
   *
   * @param scope like cases that it routes, without a source; {@code null} when it is no precedent
   * @param scopeWords the scope for people, or {@code null}
   */
  public record Judgement(
      AssignedUnit leadUnit,
      String clauseCode,
      String reason,
      RoutingScope scope,
      String scopeWords) {}

  static Ruling of(int number, Matter matter, Judgement judgement, Instant at, Actor by) {
    Ruling ruling = new Ruling();
    ruling.id = UuidCreator.getTimeOrderedEpoch();
    ruling.number = number;
    ruling.itemId = matter.itemId();
    ruling.requestId = matter.requestId();
    ruling.problemSerial = matter.problemSerial();
    ruling.returnedBy = matter.returnedBy();
    ruling.suggestedUnit = matter.suggestedUnit();
    ruling.leadUnit = judgement.leadUnit();
    ruling.clauseCode = judgement.clauseCode();
    ruling.reason = judgement.reason();
    ruling.words = "裁定 " + number;
    ruling.ruledAt = at;
    ruling.ruledBy = Author.of(by);
    if (judgement.scope() != null) {
      ruling.precedent = true;
      ruling.categoryCode = judgement.scope().categoryCode();
      ruling.subdistrictCode = judgement.scope().subdistrictCode();
      ruling.communityCode = judgement.scope().communityCode();
      ruling.words += "：" + judgement.scopeWords();
    }
    return ruling;
  }

  /**
   * It no longer routes anything.
   *
   * @throws Conflict {@code no-precedent} when it never did, {@code ruling-withdrawn} when it was
   *     withdrawn before
   */
  public void withdraw(String why, Instant at, Actor by) {
    if (!precedent) {
      throw new Conflict("no-precedent");
    }
    if (withdrawnAt != null) {
      throw new Conflict("ruling-withdrawn");
    }
    withdrawnAt = at;
    withdrawnBy = Author.of(by);
    withdrawalReason = why;
  }

  /** Like cases that it routes, or did; {@code null} when it is no precedent. */
  public RoutingScope scope() {
    return precedent ? new RoutingScope(categoryCode, subdistrictCode, communityCode, null) : null;
  }

  public UUID id() {
    return id;
  }

  /** Counts up from 1, with gaps. */
  public int number() {
    return number;
  }

  public UUID itemId() {
    return itemId;
  }

  public UUID requestId() {
    return requestId;
  }

  public String problemSerial() {
    return problemSerial;
  }

  public AssignedUnit returnedBy() {
    return returnedBy;
  }

  public AssignedUnit suggestedUnit() {
    return suggestedUnit;
  }

  /** Unit whose business it is. */
  public AssignedUnit leadUnit() {
    return leadUnit;
  }

  public String clauseCode() {
    return clauseCode;
  }

  public String reason() {
    return reason;
  }

  public boolean isPrecedent() {
    return precedent;
  }

  /** How reasons cite it, e.g. 裁定 3：线缆飞线 × 台东. */
  public String words() {
    return words;
  }

  public Instant ruledAt() {
    return ruledAt;
  }

  public Actor ruledBy() {
    return ruledBy.actor();
  }

  /** When it was withdrawn, or {@code null}. */
  public Instant withdrawnAt() {
    return withdrawnAt;
  }

  public Actor withdrawnBy() {
    return withdrawnBy == null ? null : withdrawnBy.actor();
  }

  public String withdrawalReason() {
    return withdrawalReason;
  }

  public long version() {
    return version;
  }
}
