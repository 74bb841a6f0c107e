package org.bihuan.inspection.assessment.formula;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.bihuan.inspection.assessment.ruling.DeductionKind;

/**
 * How many points are taken off for what. Each is 0 to 100 with up to two decimals.
 *
 * @param failedRecheck for the first and second re-check of an item that did not find it put right
 * @param repeatedFailure for the third one, and each one after it
 * @param falseReply for a reply that was judged false
 * @param shirking for what was judged shirking
 */
@Embeddable
public record Points(
    @NotNull
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @Column(name = "failed_recheck_points")
        BigDecimal failedRecheck,
    @NotNull
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @Column(name = "repeated_failure_points")
        BigDecimal repeatedFailure,
    @NotNull
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @Column(name = "false_reply_points")
        BigDecimal falseReply,
    @NotNull
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @Column(name = "shirking_points")
        BigDecimal shirking) {

  BigDecimal of(DeductionKind kind) {
    return switch (kind) {
      case FAILED_RECHECK -> failedRecheck;
      case REPEATED_FAILURE -> repeatedFailure;
      case FALSE_REPLY -> falseReply;
      case SHIRKING -> shirking;
    };
  }
}
