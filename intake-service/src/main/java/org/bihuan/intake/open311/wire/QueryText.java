package org.bihuan.intake.open311.wire;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.text.VisibleText;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The query of a request, read as the standard has it: an empty parameter is one that was not sent,
 * a list has commas or is repeated, and what is not known is passed over, since clients send what
 * other endpoints understand.
 */
public class QueryText {

  private static final int MOST_VALUES = 1_000;

  private static final String JURISDICTION = "jurisdiction_id";

  @Context UriInfo uri;

  @Parameter(
      description = "Code of the district, six digits; may be left out",
      schema = @Schema(type = SchemaType.STRING))
  @QueryParam(JURISDICTION)
  List<String> jurisdictions;

  private final List<FieldError> faults = new ArrayList<>();

  /** {@code jurisdiction_id}, or {@code null}. */
  public String jurisdiction() {
    String id = one(JURISDICTION, jurisdictions).orElse(null);
    refuseFaults();
    return id;
  }

  /** The values of a list, each once; empty when it was not sent. */
  public List<String> list(String name) {
    List<String> values =
        new LinkedHashSet<>(
                sent(name).stream()
                    .flatMap(value -> Arrays.stream(value.split(",")))
                    .filter(value -> !VisibleText.isBlank(value))
                    .map(VisibleText::of)
                    .toList())
            .stream().toList();
    if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
      faults.add(new FieldError(name, "unprintable"));
    }
    if (values.size() > MOST_VALUES) {
      faults.add(new FieldError(name, "most", MOST_VALUES));
    }
    return values;
  }

  /** The value of a parameter that can be sent once. */
  public Optional<String> one(String name) {
    return one(name, sent(name));
  }

  private Optional<String> one(String name, List<String> values) {
    List<String> sent =
        values.stream().filter(value -> !VisibleText.isBlank(value)).map(VisibleText::of).toList();
    if (sent.size() > 1) {
      faults.add(new FieldError(name, "repeated"));
    }
    return sent.stream().findFirst();
  }

  private List<String> sent(String name) {
    return uri.getQueryParameters().getOrDefault(name, List.of());
  }

  /**
   * The value of a parameter that is more than a text.
   *
   * @param reading throws a runtime exception for a text that is none
   * @return {@code null} when there is none, or none that can be read, which is then a fault
   */
  public <T> T one(String name, Function<String, T> reading, String fault, Object... arguments) {
    try {
      return one(name).map(reading).orElse(null);
    } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
      addFault(name, fault, arguments);
      return null;
    }
  }

  public void addFault(String name, String fault, Object... arguments) {
    faults.add(new FieldError(name, fault, arguments));
  }

  /** Refuses the query when anything is wrong with it, with all of it. */
  public void refuseFaults() {
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
