package org.bihuan.inspection.accountability.facts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A fact that a case rests on.
 *
 * @param kind CARD, RECHECK or PROBLEM
 * @param id of the card, re-check or problem
 */
@Embeddable
public record Basis(
    @NotNull @Enumerated(EnumType.STRING) @Column(name = "kind") BasisKind kind,
    @NotNull @Column(name = "basis_id") UUID id) {}
