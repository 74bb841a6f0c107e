package org.bihuan.dispatch.request;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.RequestDecision;
import org.bihuan.dispatch.actor.Author;
import org.bihuan.kit.refusal.Conflict;

/**
 * Something that the lead unit of an item asks the special team for. It is decided once, or taken
 * back before that.
 */
@Entity
@Table(name = "unit_request")
@DiscriminatorColumn(name = "kind")
public abstract class UnitRequest {

  @Id private UUID id;

  @Column(name = "item_id")
  private UUID itemId;

  @Enumerated(EnumType.STRING)
  private RequestStatus status;

  private String reason;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "requested_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "requested_by_unit"))
  @AttributeOverride(name = "subject", column = @Column(name = "requested_by_subject"))
  private Author requestedBy;

  @Column(name = "requested_at")
  private Instant requestedAt;

  private String opinion;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "decided_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "decided_by_unit"))
  @AttributeOverride(name = "subject", column = @Column(name = "decided_by_subject"))
  private Author decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Version private long version;

  protected UnitRequest() {}

  protected UnitRequest(UUID itemId, String reason, Instant at, Actor by) {
    this.id = UuidCreator.getTimeOrderedEpoch();
    this.itemId = itemId;
    this.reason = reason;
    this.requestedAt = at;
    this.requestedBy = Author.of(by);
    this.status = RequestStatus.OPEN;
  }

  /**
   * A request is decided once.
   *
   * @throws Conflict {@code already-decided} when it is accepted, refused or withdrawn
   */
  public void refuseDecided() {
    if (status != RequestStatus.OPEN) {
      throw new Conflict("already-decided").with("requestStatus", status);
    }
  }

  /** The special team's word on it. */
  public void decide(RequestDecision decision, String words, Instant at, Actor by) {
    opinion = words;
    close(RequestStatus.of(decision), at, by);
  }

  /** The unit takes it back, or it lapses. */
  public void withdraw(Instant at, Actor by) {
    close(RequestStatus.WITHDRAWN, at, by);
  }

  private void close(RequestStatus end, Instant at, Actor by) {
    refuseDecided();
    status = end;
    decidedAt = at;
    decidedBy = Author.of(by);
  }

  public UUID id() {
    return id;
  }

  public UUID itemId() {
    return itemId;
  }

  public RequestStatus status() {
    return status;
  }

  public String reason() {
    return reason;
  }

  public Actor requestedBy() {
    return requestedBy.actor();
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  /** The special team's words, or {@code null}. */
  public String opinion() {
    return opinion;
  }

  /** Who decided or withdrew it, or {@code null} while it is open. */
  public Actor decidedBy() {
    return decidedBy == null ? null : decidedBy.actor();
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public long version() {
    return version;
  }
}
