package org.bihuan.inspection.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.EvidenceWaiver;

/**
 * That one re-check may pass without some evidence; never changed or taken back.
 *
 * @param role role of the one who waived it
 * @param unitCode unit of the one who waived it, or {@code null}
 * @param subject opaque identifier of the one who waived it
 * @param waivedAt when
 * @param reason why, 1 to 500 characters, numbers that lead to a person masked
 */
@Embeddable
public record Waiver(
    @Column(name = "role") String role,
    @Column(name = "unit_code") String unitCode,
    @Column(name = "subject") String subject,
    @Column(name = "waived_at") Instant waivedAt,
    @Column(name = "reason") String reason) {

  static Waiver of(Actor by, Instant now, String reason) {
    return new Waiver(by.role(), by.unitCode(), by.subject(), now, reason);
  }

  /** As facts tell it: without the reason. */
  EvidenceWaiver told(Evidence evidence) {
    return new EvidenceWaiver(evidence, actor(), waivedAt);
  }

  WaiverView view(Evidence evidence) {
    return new WaiverView(evidence, actor(), waivedAt, reason);
  }

  private Actor actor() {
    return new Actor(role, unitCode, subject);
  }
}
