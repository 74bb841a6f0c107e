package org.bihuan.inspection.actor;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * One of those who go to the spot.
 *
 * @param subject opaque identifier from the identity provider ({@code sub} of the token), 1 to 255
 *     characters
 * @param unitCode unit the inspector belongs to, at most 64 characters, or {@code null} when none
 */
@Embeddable
public record Inspector(
    @NotBlank @Size(max = 255) @Column(name = "subject") String subject,
    @Size(max = 64) @Column(name = "unit_code") String unitCode) {}
