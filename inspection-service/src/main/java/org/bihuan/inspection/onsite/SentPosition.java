package org.bihuan.inspection.onsite;

import org.bihuan.kit.geo.Crs;

/**
 * A request that may say where its sender stood. Longitude, latitude and system come together or
 * not at all.
 */
@WholePosition
public interface SentPosition {

  Double longitude();

  Double latitude();

  Crs crs();
}
