package org.bihuan.inspection.day;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.kit.geo.Crs;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which day is asked for, and from where. */
public class DayFilter extends PageRequest {

  @Parameter(description = "Day on the district's calendar; today when left out")
  @QueryParam("date")
  LocalDate date;

  @Parameter(description = "Degrees east in crs of where the inspector stands, -180 to 180")
  @QueryParam("longitude")
  Double longitude;

  @Parameter(description = "Degrees north in crs of where the inspector stands, -90 to 90")
  @QueryParam("latitude")
  Double latitude;

  @Parameter(description = "System of the coordinates; the three come together or not at all")
  @QueryParam("crs")
  Crs crs;

  /**
   * Where the inspector stands; nothing when that was not said.
   *
   * @throws Invalid {@code point-incomplete} for half a position, {@code range} for none on earth
   */
  Optional<Crs.Point> position() {
    refuseHalf();
    if (crs == null) {
      return Optional.empty();
    }
    refuseBeyond("longitude", longitude, 180);
    refuseBeyond("latitude", latitude, 90);
    return Optional.of(crs.toWgs84(longitude, latitude));
  }

  private void refuseHalf() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("longitude", longitude);
    parts.put("latitude", latitude);
    parts.put("crs", crs);
    List<FieldError> missing = new ArrayList<>();
    parts.forEach(
        (name, value) -> {
          if (value == null) {
            missing.add(new FieldError(name, "point-incomplete"));
          }
        });
    if (!missing.isEmpty() && missing.size() < parts.size()) {
      throw new Invalid(missing);
    }
  }

  private static void refuseBeyond(String name, double degrees, int most) {
    if (Math.abs(degrees) > most) {
      throw new Invalid(name, "range", -most, most);
    }
  }
}
