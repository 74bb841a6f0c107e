package org.bihuan.inspection.assessment.formula;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * What counts how much in a score; together they are 1. Each is 0 to 1 with up to three decimals.
 *
 * @param onTime weight of the on-time rate
 * @param close weight of the close rate
 * @param firstPass weight of the first-pass rate
 * @param replyQuality weight of the reply quality
 */
@Embeddable
public record Weights(
    @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 3)
        @Column(name = "on_time_weight")
        BigDecimal onTime,
    @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 3)
        @Column(name = "close_weight")
        BigDecimal close,
    @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 3)
        @Column(name = "first_pass_weight")
        BigDecimal firstPass,
    @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 3)
        @Column(name = "reply_quality_weight")
        BigDecimal replyQuality) {

  BigDecimal sum() {
    return onTime.add(close).add(firstPass).add(replyQuality);
  }
}
