package org.bihuan.intake.open311.request;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.intake.location.NewLocation;
import org.bihuan.intake.registration.NewComplaint;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.kit.geo.Crs;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** A new service request as the complaint that it is, and the faults of that in its own words. */
final class ReportedProblem {

  private static final int LONGEST_URL = 500;
  private static final int SUBDISTRICT_DIGITS = 9;
  private static final int COMMUNITY_DIGITS = 12;

  /** What the fields of a complaint are called in a service request. */
  private static final Map<String, String> NAMES =
      Map.of(
          "categoryCode", "service_code",
          "text", "description",
          "location", "lat",
          "location.latitude", "lat",
          "location.longitude", "long",
          "location.address", "address_string",
          "location.subdistrictCode", NewServiceRequest.SUBDISTRICT,
          "location.communityCode", "address_id",
          "reporter.name", "last_name",
          "reporter.phone", "phone");

  private final NewServiceRequest sent;
  private final List<FieldError> faults = new ArrayList<>();

  private ReportedProblem(NewServiceRequest sent) {
    this.sent = sent;
  }

  /**
   * The complaint.
   *
   * @param channel of the key that it came with
   * @param serviceName what it says when there is no description
   * @throws Invalid with all that is wrong with the fields themselves
   */
  static NewComplaint complaint(NewServiceRequest sent, String channel, String serviceName) {
    ReportedProblem problem = new ReportedProblem(sent);
    NewLocation location = problem.location();
    String text = problem.text(serviceName);
    if (!problem.faults.isEmpty()) {
      throw new Invalid(problem.faults);
    }
    return new NewComplaint(
        channel,
        null,
        null,
        null,
        text,
        sent.serviceCode(),
        null,
        location,
        problem.reporter(),
        List.of(),
        null);
  }

  /** The faults of a complaint, named as the fields of a service request are. */
  static Invalid renamed(List<FieldError> faults) {
    return new Invalid(
        faults.stream()
            .map(
                fault ->
                    new FieldError(
                        NAMES.getOrDefault(fault.field(), fault.field()),
                        fault.code(),
                        fault.arguments()))
            .toList());
  }

  private NewLocation location() {
    Double latitude = number("lat", sent.lat());
    Double longitude = number("long", sent.longitude());
    requireBoth();
    boolean isPoint = latitude != null && longitude != null;
    return new NewLocation(
        sent.addressString(),
        sent.subdistrict() == null ? place(SUBDISTRICT_DIGITS) : sent.subdistrict(),
        place(COMMUNITY_DIGITS),
        null,
        isPoint ? longitude : null,
        isPoint ? latitude : null,
        isPoint ? Crs.WGS84 : null);
  }

  private void requireBoth() {
    boolean noPoint = sent.lat() == null && sent.longitude() == null;
    if (noPoint && sent.addressString() == null && sent.addressId() == null) {
      faults.add(new FieldError("lat", "place-required"));
    } else if (!noPoint && sent.lat() == null) {
      faults.add(new FieldError("lat", "required"));
    } else if (!noPoint && sent.longitude() == null) {
      faults.add(new FieldError("long", "required"));
    }
    boolean isPlace =
        sent.addressId() == null
            || place(SUBDISTRICT_DIGITS) != null
            || place(COMMUNITY_DIGITS) != null;
    if (!isPlace) {
      faults.add(new FieldError("address_id", "unknown-place"));
    }
    if (sent.subdistrict() != null && !sent.subdistrict().matches("\\d{9}")) {
      faults.add(new FieldError(NewServiceRequest.SUBDISTRICT, "unknown-subdistrict"));
    }
  }

  /** {@code address_id} when it is a code of so many digits. */
  private String place(int digits) {
    return sent.addressId() != null && sent.addressId().matches("\\d{" + digits + "}")
        ? sent.addressId()
        : null;
  }

  private Double number(String name, String text) {
    if (text == null) {
      return null;
    }
    // Double.valueOf takes NaN, hexadecimal digits and letters for types as well.
    if (!text.matches("[+-]?\\d{1,3}(\\.\\d{1,20})?")) {
      faults.add(new FieldError(name, "type", "number"));
      return null;
    }
    return Double.valueOf(text);
  }

  private String text(String serviceName) {
    String said = sent.description() == null ? serviceName : sent.description();
    if (sent.mediaUrl() == null) {
      return said;
    }
    if (sent.mediaUrl().length() > LONGEST_URL || !isWebAddress(sent.mediaUrl())) {
      faults.add(new FieldError("media_url", "web-address", LONGEST_URL));
    }
    return said + "\n" + sent.mediaUrl();
  }

  private static boolean isWebAddress(String text) {
    try {
      URI address = URI.create(text);
      return address.getHost() != null
          && ("https".equalsIgnoreCase(address.getScheme())
              || "http".equalsIgnoreCase(address.getScheme()));
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /** The family name comes first. */
  private NewReporter reporter() {
    String name =
        Stream.of(sent.lastName(), sent.firstName())
            .filter(part -> part != null)
            .collect(Collectors.joining());
    return name.isEmpty() && sent.phone() == null
        ? null
        : new NewReporter(name.isEmpty() ? null : name, sent.phone(), false, false, false);
  }
}
