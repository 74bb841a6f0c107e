package org.bihuan.inspection.onsite;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.RecheckKind;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.kit.geo.Crs;
import org.bihuan.kit.refusal.Unprocessable;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * What an inspector found on the spot (回头看记录).
 *
 * @param outcome what was found; PASSED writes the problem off
 * @param note at most 2000 characters; required unless {@code outcome} is PASSED, since the unit
 *     must learn what is still wrong
 * @param attachmentIds photos of the inspector's own, uploaded to intake-service, at most 20
 * @param arrivedAt when the inspector came to the spot; {@code null} when not told
 * @param longitude degrees east in {@code crs}
 * @param latitude degrees north in {@code crs}
 * @param crs system of the coordinates; the three come together or not at all
 */
@OutcomeReport.Explained
public record OutcomeReport(
    @NotNull RecheckOutcome outcome,
    @Size(max = 2000) String note,
    @Size(max = 20) @UniqueElements(message = "duplicate") List<@NotNull UUID> attachmentIds,
    Instant arrivedAt,
    @DecimalMin("-180") @DecimalMax("180") Double longitude,
    @DecimalMin("-180") @DecimalMax("180") Double latitude,
    Crs crs)
    implements SentPosition {

  /** After the write-off: whether it lasts, has come back, or nobody could tell. */
  private static final Set<RecheckOutcome> AFTER_WRITE_OFF =
      EnumSet.of(RecheckOutcome.PASSED, RecheckOutcome.RELAPSED, RecheckOutcome.CANNOT_VERIFY);

  /** What is said of a visit from before what it looks at. */
  private static final Map<RecheckKind, String> TOO_EARLY =
      Map.of(
          RecheckKind.AFTER_REPLY, "arrived-before-reply",
          RecheckKind.LOOK_BACK, "arrived-before-write-off",
          RecheckKind.FEEDBACK, "arrived-before-feedback");

  public OutcomeReport {
    attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
  }

  /**
   * Checks that it can be the report of such a re-check.
   *
   * @param earliest what the visit must not come before
   * @throws Unprocessable {@code outcome-of-look-back} for an outcome that a re-check after the
   *     write-off cannot have, or when the visit is too early
   */
  public void verifyFor(RecheckKind kind, Instant earliest, Instant now) {
    if (kind != RecheckKind.AFTER_REPLY && !AFTER_WRITE_OFF.contains(outcome)) {
      throw new Unprocessable("outcome-of-look-back", outcome);
    }
    Arrival.verify("arrivedAt", arrivedAt, earliest, TOO_EARLY.get(kind), now);
  }

  /** Any outcome but PASSED says what is wrong. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = Explained.Rule.class)
  public @interface Explained {

    String message() default "note-for-failure";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    final class Rule implements ConstraintValidator<Explained, OutcomeReport> {

      @Override
      public boolean isValid(OutcomeReport report, ConstraintValidatorContext context) {
        boolean explained = report.note() != null;
        if (explained || report.outcome() == null || report.outcome() == RecheckOutcome.PASSED) {
          return true;
        }
        context.disableDefaultConstraintViolation();
        context
            .buildConstraintViolationWithTemplate("note-for-failure")
            .addPropertyNode("note")
            .addConstraintViolation();
        return false;
      }
    }
  }
}
