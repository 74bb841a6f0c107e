package org.bihuan.inspection.assessment.appeal.review;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.bihuan.contract.RequestDecision;
import org.bihuan.inspection.actor.ActedBy;

/**
 * What a reviewer said about an appeal.
 *
 * @param decision whether the reviewer accepts it
 * @param opinion why
 */
@Embeddable
public record Review(
    @Enumerated(EnumType.STRING) RequestDecision decision,
    String opinion,
    @Column(name = "decided_at") Instant decidedAt,
    @Embedded
        @AttributeOverride(name = "role", column = @Column(name = "decided_by_role"))
        @AttributeOverride(name = "unitCode", column = @Column(name = "decided_by_unit_code"))
        @AttributeOverride(name = "subject", column = @Column(name = "decided_by_subject"))
        ActedBy decidedBy) {}
