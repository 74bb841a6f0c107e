package org.bihuan.intake.publicform;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.bihuan.intake.subdistrict.area.Outline;
import org.bihuan.kit.geo.Bounds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the sub-districts are, as a FeatureCollection of GeoJSON (RFC 7946) in WGS-84.
 *
 * @param type {@code FeatureCollection}
 * @param bbox west, south, east and north of a box around the district, in degrees
 * @param features one for each sub-district whose area is known, by code; none where the deployment
 *     has no areas
 */
public record PublicAreas(
    @NotNull @Schema(enumeration = "FeatureCollection") String type,
    @NotNull List<Double> bbox,
    @NotNull List<PublicArea> features) {

  /**
   * The area of a sub-district.
   *
   * @param type {@code Feature}
   * @param properties which one it is
   * @param geometry its border, WGS-84
   */
  public record PublicArea(
      @NotNull @Schema(enumeration = "Feature") String type,
      @NotNull PublicAreaProperties properties,
      @NotNull PublicAreaGeometry geometry) {}

  /** Which sub-district it is; {@code code} has nine digits (GB/T 10114). */
  public record PublicAreaProperties(@NotNull String code, @NotNull String name) {}

  /**
   * Its border.
   *
   * @param type {@code MultiPolygon}, also of a single polygon
   * @param coordinates polygons of rings of points, each longitude and latitude in degrees; rounded
   *     to a metre, and simplified where the areas have very many points
   */
  public record PublicAreaGeometry(
      @NotNull @Schema(enumeration = "MultiPolygon") String type,
      @NotNull List<List<List<List<Double>>>> coordinates) {}

  static PublicAreas of(Bounds box, List<Outline> outlines, Map<String, String> names) {
    return new PublicAreas(
        "FeatureCollection",
        List.of(box.west(), box.south(), box.east(), box.north()),
        outlines.stream()
            .map(
                one ->
                    new PublicArea(
                        "Feature",
                        new PublicAreaProperties(one.code(), names.get(one.code())),
                        new PublicAreaGeometry("MultiPolygon", one.polygons())))
            .toList());
  }
}
