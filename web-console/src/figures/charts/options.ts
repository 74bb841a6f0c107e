import type { EChartsOption } from 'echarts';
import { COLOURS, valueOf, type FiguresRow, type Measure } from '../rows';

const GRID = { left: 8, right: 24, top: 36, bottom: 8, containLabel: true };

/** Bars, the first row at the top. */
export function bars(rows: FiguresRow[], measures: Measure[], nameOf: (key: string) => string, say: (measure: Measure) => string): EChartsOption {
  return {
    grid: GRID,
    legend: { top: 0, data: measures.map(say) },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: { type: 'category', inverse: true, data: rows.map((row) => nameOf(row.key ?? '')), axisLabel: { width: 120, overflow: 'truncate' } },
    series: measures.map((measure) => ({
      type: 'bar',
      name: say(measure),
      data: rows.map((row) => valueOf(row[measure])),
      itemStyle: { color: COLOURS[measure] },
      barMaxWidth: 12,
    })),
  };
}

/** Lines over days or weeks. */
export function lines(rows: FiguresRow[], measures: Measure[], say: (measure: Measure) => string): EChartsOption {
  return {
    grid: GRID,
    legend: { top: 0, data: measures.map(say) },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: rows.map((row) => (row.key ?? '').slice(5)), boundaryGap: false },
    yAxis: { type: 'value', minInterval: 1 },
    series: measures.map((measure) => ({
      type: 'line',
      name: say(measure),
      data: rows.map((row) => valueOf(row[measure])),
      itemStyle: { color: COLOURS[measure] },
      lineStyle: { color: COLOURS[measure] },
      showSymbol: rows.length < 40,
    })),
  };
}

export interface Part {
  name: string;
  value: number;
}

export function pie(parts: Part[]): EChartsOption {
  return {
    tooltip: { trigger: 'item' },
    series: [{ type: 'pie', radius: ['35%', '65%'], data: parts, label: { formatter: '{b}\n{c} ({d}%)', overflow: 'none' } }],
  };
}

export function funnel(parts: Part[]): EChartsOption {
  return {
    tooltip: { trigger: 'item' },
    series: [
      {
        type: 'funnel',
        sort: 'none',
        left: '10%',
        width: '80%',
        top: 8,
        bottom: 8,
        gap: 2,
        min: 0,
        max: Math.max(1, ...parts.map((part) => part.value)),
        minSize: '18%',
        data: parts,
        color: ['#0958d9', '#1677ff', '#08979c', '#d48806', '#389e0d'],
        label: { position: 'inside', formatter: '{b} {c}', color: '#fff' },
      },
    ],
  };
}
