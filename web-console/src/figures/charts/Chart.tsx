import type { EChartsOption } from 'echarts';
import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';

export interface Picked {
  index: number;
  series: number;
  name: string;
}

interface Props {
  /** What the chart shows, for who does not see it. */
  label: string;
  option: EChartsOption;
  height: number | string;
  dark?: boolean;
  map?: { name: string; areas: unknown };
  onPick?: (picked: Picked) => void;
}

/** Tips as parts of the drawing: a strict policy lets in no styles that stand in text. */
const TIP = { renderMode: 'richText', confine: true } as const;

/** A drawing of figures. Beside it there has to be a table that says the same. */
export function Chart({ label, option, height, dark = false, map, onPick }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType>();
  const picked = useRef(onPick);

  useEffect(() => {
    picked.current = onPick;
  }, [onPick]);

  useEffect(() => {
    let begun: EChartsType | undefined;
    let over = false;
    const resized = new ResizeObserver(() => begun?.resize());
    void import('./drawing').then(({ begin }) => {
      if (over || !place.current) {
        return;
      }
      begun = begin(place.current, dark);
      begun.on('click', (event) => picked.current?.({ index: event.dataIndex, series: event.seriesIndex ?? 0, name: event.name }));
      resized.observe(place.current);
      setChart(begun);
    });
    return () => {
      over = true;
      resized.disconnect();
      begun?.dispose();
      setChart(undefined);
    };
  }, [dark]);

  useEffect(() => {
    if (chart) {
      void import('./drawing').then(({ registerMap }) => {
        if (chart.isDisposed()) {
          return;
        }
        if (map) {
          registerMap(map.name, map.areas as Parameters<typeof registerMap>[1]);
        }
        chart.setOption({ backgroundColor: 'transparent', animationDuration: 300, ...option, tooltip: { ...TIP, ...(option.tooltip as object | undefined) } }, true);
      });
    }
  }, [chart, option, map]);

  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
