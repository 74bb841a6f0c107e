package org.bihuan.inspection.inspection.trip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * What an inspection is for.
 *
 * @param focus what it looks at (督查重点), or {@code null}
 * @param focusSource where that comes from, or {@code null}
 * @param purpose why, or {@code null}
 * @param roundtablePlanned whether a round table is to settle what is found
 */
@Embeddable
public record Aim(
    @Column(name = "focus") String focus,
    @Embedded FocusSource focusSource,
    @Column(name = "purpose") String purpose,
    @Column(name = "roundtable_planned") boolean roundtablePlanned) {}
