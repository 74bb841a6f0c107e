package org.bihuan.contract;

/**
 * A point in WGS-84.
 *
 * @param longitude degrees east, -180 to 180
 * @param latitude degrees north, -90 to 90
 */
public record Coordinates(Double longitude, Double latitude) {}
