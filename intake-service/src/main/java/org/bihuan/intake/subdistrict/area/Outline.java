package org.bihuan.intake.subdistrict.area;

import java.util.List;

/**
 * The border of a sub-district as a page draws it.
 *
 * @param code nine digits
 * @param polygons coordinates of a MultiPolygon of GeoJSON, WGS-84
 */
public record Outline(String code, List<List<List<List<Double>>>> polygons) {}
