package org.bihuan.inspection.inspection;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.bihuan.inspection.actor.ActedBy;

/**
 * Something that was done to an inspection; kept for good.
 *
 * @param at when it was done, or told from the field
 * @param stop number of the stop it was about, or {@code null}
 * @param reason why, or {@code null} where none is asked for
 */
@Embeddable
public record Act(
    @Enumerated(EnumType.STRING) @Column(name = "action") InspectionAction action,
    @Column(name = "acted_at") Instant at,
    @Embedded @AttributeOverride(name = "unitCode", column = @Column(name = "unit_code"))
        ActedBy by,
    @Column(name = "stop_number") Integer stop,
    @Column(name = "reason") String reason) {}
