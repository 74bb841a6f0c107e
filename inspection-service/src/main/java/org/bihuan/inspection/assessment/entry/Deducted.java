package org.bihuan.inspection.assessment.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.bihuan.inspection.assessment.ruling.DeductionKind;

/**
 * Why points are taken off.
 *
 * @param kind what for
 * @param deductedAt when the fact happened that it is for
 * @param doubled whether media or leaders found the problem, so that it counts double
 * @param exempt whether it is in no figure
 */
@Embeddable
public record Deducted(
    @Enumerated(EnumType.STRING) DeductionKind kind,
    @Column(name = "deducted_at") Instant deductedAt,
    boolean doubled,
    boolean exempt) {}
