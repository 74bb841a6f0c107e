package org.bihuan.kit.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bihuan.kit.refusal.FieldError;

/** Turns violations of the annotated bounds into faults with codes of ours. */
public final class FieldErrors {

  private FieldErrors() {}

  /** The faults, sorted by field. */
  public static List<FieldError> of(Collection<? extends ConstraintViolation<?>> violations) {
    return violations.stream()
        .map(FieldErrors::of)
        .sorted(Comparator.comparing(FieldError::field))
        .toList();
  }

  static FieldError of(ConstraintViolation<?> violation) {
    Map<String, Object> bounds = violation.getConstraintDescriptor().getAttributes();
    String field = field(violation);
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return switch (constraint) {
      case "NotNull", "NotBlank", "NotEmpty" -> new FieldError(field, "required");
      case "Size" -> new FieldError(field, "size", bounds.get("min"), bounds.get("max"));
      case "Min", "DecimalMin", "Positive", "PositiveOrZero" ->
          new FieldError(field, "least", bounds.getOrDefault("value", 0));
      case "Max", "DecimalMax" -> new FieldError(field, "most", bounds.get("value"));
      case "Digits" ->
          new FieldError(field, "digits", bounds.get("integer"), bounds.get("fraction"));
      case "Pattern" -> new FieldError(field, "pattern", bounds.get("regexp"));
      // A constraint of our own names its fault in the message.
      default -> new FieldError(field, violation.getMessageTemplate());
    };
  }

  /** Path without the method and parameter in front of it, where there are any. */
  private static String field(ConstraintViolation<?> violation) {
    StringBuilder path = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      switch (node.getKind()) {
        case METHOD, CONSTRUCTOR, PARAMETER, RETURN_VALUE, CROSS_PARAMETER -> {}
        default -> {
          if (node.getIndex() != null) {
            path.append('[').append(node.getIndex()).append(']');
          }
          if (node.getName() != null && !node.getName().startsWith("<")) {
            path.append(path.isEmpty() ? "" : ".").append(node.getName());
          }
        }
      }
    }
    return path.toString();
  }
}
