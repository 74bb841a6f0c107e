import { useQuery } from '@tanstack/react-query';
import { addressOf } from '../../api/config';

/** Outlines of sub-districts, GeoJSON in WGS-84. */
export interface Areas {
  type: 'FeatureCollection';
  features: { type: 'Feature'; properties: { code: string; name: string }; geometry: { type: string; coordinates: unknown } }[];
}

/** The outlines; none where the installation has no map. */
export function useAreas(): Areas | undefined {
  const areas = useQuery({
    queryKey: ['reference', 'intake', 'listPublicAreas'],
    queryFn: async ({ signal }) => {
      const response = await fetch(`${addressOf('intake')}/api/v1/public/areas`, { signal });
      return response.ok ? ((await response.json()) as Areas) : null;
    },
    staleTime: Infinity,
    retry: false,
  });
  return areas.data && areas.data.features.length > 0 ? areas.data : undefined;
}
