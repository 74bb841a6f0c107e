package org.bihuan.inspection.onsite;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Half a position is none: where one of longitude, latitude and {@code crs} is given, each missing
 * one is a fault.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WholePosition.Rule.class)
public @interface WholePosition {

  String message() default "point-incomplete";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The rule itself. */
  final class Rule implements ConstraintValidator<WholePosition, SentPosition> {

    @Override
    public boolean isValid(SentPosition sent, ConstraintValidatorContext context) {
      List<String> missing = missing(sent);
      if (missing.isEmpty()) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      for (String field : missing) {
        context
            .buildConstraintViolationWithTemplate("point-incomplete")
            .addPropertyNode(field)
            .addConstraintViolation();
      }
      return false;
    }

    private static List<String> missing(SentPosition sent) {
      Map<String, Object> parts = new LinkedHashMap<>();
      parts.put("longitude", sent.longitude());
      parts.put("latitude", sent.latitude());
      parts.put("crs", sent.crs());
      if (parts.values().stream().allMatch(Objects::isNull)) {
        return List.of();
      }
      return parts.entrySet().stream()
          .filter(part -> part.getValue() == null)
          .map(Map.Entry::getKey)
          .toList();
    }
  }
}
