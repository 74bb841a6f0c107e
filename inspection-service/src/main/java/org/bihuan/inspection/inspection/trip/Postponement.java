package org.bihuan.inspection.inspection.trip;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.bihuan.inspection.actor.ActedBy;

/**
 * That an inspection was put off.
 *
 * @param from when it was planned for
 * @param to when it was planned for from then on
 * @param at when this was said
 */
@Embeddable
public record Postponement(
    @Column(name = "postponed_from") Instant from,
    @Column(name = "postponed_to") Instant to,
    @Column(name = "reason") String reason,
    @Column(name = "postponed_at") Instant at,
    @Embedded @AttributeOverride(name = "unitCode", column = @Column(name = "unit_code"))
        ActedBy by) {}
