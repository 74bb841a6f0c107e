import type { Schemas } from '../intake';
import type { Point } from './draft';

type Crs = Schemas['Crs'];
type Position = [longitude: number, latitude: number];

const SEMI_MAJOR_AXIS = 6378245;
const ECCENTRICITY_SQUARED = 0.00669342162296594323;

/** Code of the sub-district that holds a point, by what is drawn. */
export function subdistrictAt(point: Point, areas: Schemas['PublicAreas']): string | undefined {
  return drawn(areas, point.crs).features.find(
    ({ geometry }) => geometry.coordinates.flat().filter((ring) => isIn(point, ring as Position[])).length % 2 === 1,
  )?.properties.code;
}

/** Whether a line from the point to the east crosses the ring an odd number of times. */
function isIn({ longitude: x, latitude: y }: Point, ring: Position[]): boolean {
  let inside = false;
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) {
      inside = !inside;
    }
  });
  return inside;
}

/** Where a point is on a map in `crs`; a map of WGS-84 never gets points of GCJ-02, since it made them itself. */
export function shown(point: Point, crs: Crs): Position {
  const position: Position = [point.longitude, point.latitude];
  return crs === 'GCJ02' && point.crs === 'WGS84' ? toGcj02(position) : position;
}

/** Coordinates of GeoJSON as a map in `crs` draws them. */
export function drawn(areas: Schemas['PublicAreas'], crs: Crs): Schemas['PublicAreas'] {
  if (crs !== 'GCJ02') {
    return areas;
  }
  return {
    ...areas,
    features: areas.features.map((area) => ({
      ...area,
      geometry: {
        ...area.geometry,
        coordinates: area.geometry.coordinates.map((rings) => rings.map((ring) => ring.map((at) => toGcj02(at as Position)))),
      },
    })),
  };
}

/** The published approximation of the shift that Chinese maps have, the same as the services'. */
export function toGcj02([longitude, latitude]: Position): Position {
  const x = longitude - 105;
  const y = latitude - 35;
  const waves = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + waves +
    (20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * (2 / 3) +
    (160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * (2 / 3);
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + waves +
    (20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * (2 / 3) +
    (150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * (2 / 3);
  const angle = (latitude / 180) * Math.PI;
  const magic = 1 - ECCENTRICITY_SQUARED * Math.sin(angle) ** 2;
  return [
    longitude + (east * 180) / ((SEMI_MAJOR_AXIS / Math.sqrt(magic)) * Math.cos(angle) * Math.PI),
    latitude + (north * 180) / (((SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / (magic * Math.sqrt(magic))) * Math.PI),
  ];
}
