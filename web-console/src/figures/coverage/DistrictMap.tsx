import type { EChartsOption } from 'echarts';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { pageOf } from '../../parts/show';
import { useStable } from '../ByKey';
import { Chart } from '../charts/Chart';
import { useAreas } from './areas';

export interface Place {
  code: string;
  name: string;
  value: number;
  list: string;
  /** Drawn with a mark, as a blind spot. */
  marked?: boolean;
}

interface Props {
  label: string;
  places: Place[];
  /** From nothing to the most. */
  colours: [string, string];
  height: number;
  dark?: boolean;
  mark?: string;
}

/** Sub-districts by a number: on the map of the district, or as tiles where there is none. */
export function DistrictMap(props: Props) {
  const areas = useAreas();
  return areas ? <Drawn {...props} areas={areas} /> : <Tiles {...props} />;
}

function Drawn({ label, places, colours, height, dark, areas }: Props & { areas: NonNullable<ReturnType<typeof useAreas>> }) {
  const navigate = useNavigate();
  const map = useMemo(
    () => ({
      name: 'district',
      areas: { ...areas, features: areas.features.map((feature) => ({ ...feature, properties: { ...feature.properties, name: feature.properties.code } })) },
    }),
    [areas],
  );
  const names = useMemo(() => new Map(areas.features.map(({ properties }) => [properties.code, properties.name])), [areas]);
  const plain = useStable({
    visualMap: { min: 0, max: Math.max(1, ...places.map((place) => place.value)), left: 8, bottom: 8, calculable: true, inRange: { color: colours } },
    series: [
      {
        type: 'map',
        map: map.name,
        data: places.map((place) => ({ name: place.code, value: place.value, ...(place.marked ? { itemStyle: { borderColor: '#cf1322', borderWidth: 2 } } : {}) })),
        label: { show: true, fontSize: 11 },
        selectedMode: false,
      },
    ],
  });
  const option = useMemo<EChartsOption>(() => {
    const named = (code: string) => names.get(code) ?? code;
    return {
      ...plain,
      tooltip: { trigger: 'item', formatter: (hit) => (Array.isArray(hit) ? '' : `${named(hit.name)} ${Number.isNaN(hit.value) ? 0 : String(hit.value as number)}`) },
      series: (plain.series as object[]).map((series) => ({ ...series, label: { show: true, fontSize: 11, formatter: (hit: { name: string }) => named(hit.name).replace(/街道$/, '') } })) as EChartsOption['series'],
    };
  }, [plain, names]);
  return (
    <Chart
      label={label}
      height={height}
      option={option}
      dark={dark}
      map={map}
      onPick={({ name }) => {
        const place = places.find((one) => one.code === name);
        if (place) {
          void navigate(pageOf(place.list));
        }
      }}
    />
  );
}

function Tiles({ label, places, colours, height, dark, mark }: Props) {
  const most = Math.max(1, ...places.map((place) => place.value));
  return (
    <ul
      aria-label={label}
      style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 6, gridTemplateColumns: 'repeat(auto-fill, minmax(104px, 1fr))', gridAutoRows: '1fr', minHeight: height, alignContent: 'stretch' }}
    >
      {places.map((place) => {
        const share = place.value / most;
        return (
          <li key={place.code}>
            <Link
              to={pageOf(place.list)}
              style={{
                display: 'flex',
                flexDirection: 'column',
                justifyContent: 'center',
                alignItems: 'center',
                height: '100%',
                minHeight: 52,
                borderRadius: 6,
                background: `color-mix(in srgb, ${colours[1]} ${Math.round(share * 100)}%, ${colours[0]})`,
                border: place.marked ? '2px solid #cf1322' : '1px solid transparent',
                color: dark || share > 0.6 ? '#fff' : '#1f1f1f',
              }}
            >
              <strong style={{ fontSize: dark ? 22 : 18 }}>{place.value}</strong>
              <span style={{ fontSize: dark ? 14 : 12 }}>{place.name.replace(/街道$/, '')}</span>
              {place.marked && mark && <span style={{ fontSize: 11, color: '#a8071a' }}>{mark}</span>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
