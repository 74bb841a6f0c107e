import { circleMarker, control, geoJSON, latLngBounds, map as mapIn, tileLayer, type CircleMarker, type GeoJSON, type LatLngBounds, type Map as LeafletMap } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef } from 'react';
import type { ConsoleConfig } from '../../api/config';
import type { Schemas } from '../intake';
import { useSay } from '../language';
import type { Point } from './draft';
import { drawn, shown } from './places';

/** Closer than streets show on tiles of most makers. */
const NEAREST = 18;
const STREETS = 16;

interface PlaceMapProps {
  areas: Schemas['PublicAreas'];
  tiles: ConsoleConfig['map'];
  crs: Schemas['Crs'];
  point: Point | null;
  onPoint: (point: Point) => void;
}

/** The district, as tiles or as outlines; a tap sets the point. */
export default function PlaceMap({ areas, tiles, crs, point, onPoint }: PlaceMapProps) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<LeafletMap>(null);
  const mark = useRef<CircleMarker>(null);
  const told = useRef(onPoint);
  useEffect(() => {
    told.current = onPoint;
  });

  useEffect(() => {
    const made = mapIn(box.current as HTMLElement, { maxZoom: NEAREST, zoomSnap: 0.25, zoomControl: false, attributionControl: Boolean(tiles.tiles) });
    map.current = made;
    control.zoom({ zoomInTitle: say('zoomIn'), zoomOutTitle: say('zoomOut') }).addTo(made);
    if (tiles.tiles) {
      tileLayer(tiles.tiles, { attribution: tiles.attribution ?? '', maxZoom: NEAREST }).addTo(made);
      made.attributionControl.setPrefix(false);
    }
    const outlines = outlinesOf(areas, crs, Boolean(tiles.tiles)).addTo(made);
    const bounds = outlines.getLayers().length > 0 ? outlines.getBounds() : boxOf(areas);
    made.fitBounds(bounds, { padding: [4, 4] }).setMaxBounds(bounds.pad(0.5));
    const whole = made.getZoom();
    const look = () => made.getContainer().classList.toggle('far', made.getZoom() <= whole);
    look();
    made.on('zoomend', look);
    made.on('click', ({ latlng }) => told.current({ longitude: latlng.lng, latitude: latlng.lat, crs }));
    // What is on a page that is not shown yet has no size.
    const sized = new ResizeObserver(() => made.invalidateSize());
    sized.observe(box.current as HTMLElement);
    return () => {
      sized.disconnect();
      made.remove();
      map.current = null;
      mark.current = null;
    };
  }, [areas, tiles, crs, say]);

  useEffect(() => {
    mark.current?.remove();
    mark.current = null;
    if (map.current && point) {
      const [longitude, latitude] = shown(point, crs);
      mark.current = circleMarker([latitude, longitude], { radius: 11, weight: 4, color: '#fff', fillColor: '#a8071a', fillOpacity: 1, interactive: false }).addTo(map.current);
      const within = map.current.options.maxBounds as LatLngBounds;
      if (within.contains([latitude, longitude]) && !map.current.getBounds().contains([latitude, longitude])) {
        map.current.setView([latitude, longitude], STREETS);
      }
    }
  }, [point, crs, areas, tiles, say]);

  return <div ref={box} className="map" role="application" aria-label={say('mapLabel')} aria-describedby="place-hint" />;
}

function outlinesOf(areas: Schemas['PublicAreas'], crs: Schemas['Crs'], overTiles: boolean): GeoJSON {
  return geoJSON(drawn(areas, crs) as unknown as GeoJSON.FeatureCollection, {
    interactive: false,
    style: { color: '#7a2a33', weight: 1.5, fillColor: '#f3e3d3', fillOpacity: overTiles ? 0 : 0.8 },
    onEachFeature: (feature, layer) => {
      if (!overTiles) {
        layer.bindTooltip(String(feature.properties.name), { permanent: true, direction: 'center', className: 'area-name' });
      }
    },
  });
}

function boxOf({ bbox }: Schemas['PublicAreas']) {
  const [west, south, east, north] = bbox ?? [-180, -60, 180, 60];
  return latLngBounds([south, west], [north, east]);
}
