package org.bihuan.intake.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.function.UnaryOperator;
import org.bihuan.contract.FreeText;

/**
 * A complaint's way to another body.
 *
 * @param bodyCode the body, from the catalogue of other bodies
 * @param reason why it is theirs, for the record
 * @param replyToReporter what the reporter reads
 */
@Embeddable
public record Handover(
    @Column(name = "handover_body_code") String bodyCode,
    @FreeText @Column(name = "handover_reason") String reason,
    @FreeText @Column(name = "handover_reply") String replyToReporter) {

  Handover masked(UnaryOperator<String> masking) {
    return new Handover(bodyCode, masking.apply(reason), masking.apply(replyToReporter));
  }
}
