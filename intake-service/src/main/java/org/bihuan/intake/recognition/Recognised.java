package org.bihuan.intake.recognition;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

/**
 * What was made of a message without a category when it came in, as it was then.
 *
 * @param intent what the writer wants
 * @param intentConfidence that it is this intent, 0 to 1
 * @param scope whose matter it is
 * @param scopeConfidence that it is this scope, 0 to 1
 * @param likelyBodyCode when it is not ours: the likeliest other body, or {@code null}
 * @param likelyBodyConfidence that it is this body, if it is another body's, 0 to 1
 * @param model version of the model, {@code keywords} where there was none
 */
@Embeddable
public record Recognised(
    @Enumerated(EnumType.STRING) @NotNull Intent intent,
    @Column(name = "intent_confidence") @NotNull Double intentConfidence,
    @Enumerated(EnumType.STRING) @NotNull Scope scope,
    @Column(name = "scope_confidence") @NotNull Double scopeConfidence,
    @Column(name = "likely_body_code") String likelyBodyCode,
    @Column(name = "likely_body_confidence") Double likelyBodyConfidence,
    @Column(name = "recognition_model") @NotNull String model) {}
