package org.bihuan.inspection.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.EvidenceWaiver;

/**
 * That one re-check may pass without some evidence; never changed or taken back.
 *
 * @param evidence what was waived
 * @param role role of the one who waived it
 * @param unitCode unit of the one who waived it, or {@code null}
 * @param subject opaque identifier of the one who waived it
 * @param waivedAt when
 * @param reason why, 1 to 500 characters, numbers that lead to a person masked
 */
@Embeddable
public record Waiver(
    @Enumerated(EnumType.STRING) @Column(name = "evidence") Evidence evidence,
    @Column(name = "role") String role,
    @Column(name = "unit_code") String unitCode,
    @Column(name = "subject") String subject,
    @Column(name = "waived_at") Instant waivedAt,
    @Column(name = "reason") String reason) {

  static Waiver of(Evidence evidence, Actor by, Instant now, String reason) {
    return new Waiver(evidence, by.role(), by.unitCode(), by.subject(), now, reason);
  }

  public Actor actor() {
    return new Actor(role, unitCode, subject);
  }

  /** As facts tell it: without the reason. */
  public EvidenceWaiver told() {
    return new EvidenceWaiver(evidence, actor(), waivedAt);
  }
}
