package org.bihuan.dispatch.reply.demand;

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
import org.bihuan.dispatch.item.FiledProblem;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.reply.Reply;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.text.SearchText;

/**
 * Something lasting that was demanded with the acceptance of a reply (长效要求 [brief]). It belongs to
 * the place, and so outlives the item: whoever gets the next order there is told. It holds until
 * the special team ends it, with a reason.
 */
@Entity
@Table(name = "standing_demand")
public class StandingDemand {

  @Id private UUID id;

  @Column(name = "item_id")
  private UUID itemId;

  @Column(name = "reply_id")
  private UUID replyId;

  private String text;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "unit_name"))
  private AssignedUnit unit;

  @Column(name = "category_code")
  private String categoryCode;

  private String address;

  @Column(name = "address_key")
  private String addressKey;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  private Double longitude;
  private Double latitude;

  @Column(name = "demanded_at")
  private Instant demandedAt;

  @Column(name = "demanded_by_subject")
  private String demandedBySubject;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by_subject")
  private String endedBySubject;

  @Column(name = "end_reason")
  private String endReason;

  @Version private long version;

  protected StandingDemand() {}

  /** Where a problem is, made comparable; {@code null} when nobody has said where. */
  static String key(String address) {
    return address == null ? null : SearchText.nameKey(address);
  }

  /** What was demanded with the acceptance of {@code reply}, at the place of its item. */
  static StandingDemand of(OrderItem item, Reply reply, Actor by) {
    FiledProblem problem = item.problem();
    StandingDemand demand = new StandingDemand();
    demand.id = UuidCreator.getTimeOrderedEpoch();
    demand.itemId = item.id();
    demand.replyId = reply.id();
    demand.text = reply.standingDemand();
    demand.unit = item.assignment().leadUnit();
    demand.categoryCode = problem.categoryCode();
    demand.address = problem.address();
    demand.addressKey = key(problem.address());
    demand.subdistrictCode = problem.subdistrictCode();
    demand.longitude = problem.longitude();
    demand.latitude = problem.latitude();
    demand.demandedAt = reply.reviewedAt();
    demand.demandedBySubject = by.subject();
    return demand;
  }

  /**
   * It holds no longer.
   *
   * @throws Conflict {@code demand-ended}, the second time
   */
  void end(String reason, Instant at, Actor by) {
    if (endedAt != null) {
      throw new Conflict("demand-ended").with("endedAt", endedAt);
    }
    endReason = reason;
    endedAt = at;
    endedBySubject = by.subject();
  }

  UUID id() {
    return id;
  }

  UUID itemId() {
    return itemId;
  }

  String text() {
    return text;
  }

  AssignedUnit unit() {
    return unit;
  }

  String categoryCode() {
    return categoryCode;
  }

  String address() {
    return address;
  }

  String subdistrictCode() {
    return subdistrictCode;
  }

  Instant demandedAt() {
    return demandedAt;
  }

  Instant endedAt() {
    return endedAt;
  }

  String endReason() {
    return endReason;
  }

  long version() {
    return version;
  }
}
