import type { Answer } from '../../api/client';
import { useReference } from '../../api/use';

/** Outlines of sub-districts, GeoJSON in WGS-84. */
export type Areas = Answer<'intake', 'listPublicAreas'>;

/** The outlines; none where the installation has no map. */
export function useAreas(): Areas | undefined {
  const areas = useReference('intake', 'listPublicAreas').data;
  return areas && areas.features.length > 0 ? areas : undefined;
}
