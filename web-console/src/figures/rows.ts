import type { Answer, Query } from '../api/client';
import { useAnswer } from '../api/use';
import { useNames, type NamedKind } from '../parts/names';
import type { Figure } from '../parts/show';
import { code } from '../words';
import type { Period } from './period';

export type FiguresBy = Query<'dispatch', 'getOrderItemFigures'>['by'];
export type ItemFigures = Answer<'dispatch', 'getOrderItemFigures'>;
export type FiguresRow = ItemFigures['rows'][number];
export const MEASURES = ['filed', 'closed', 'overdue', 'open'] as const;
export type Measure = (typeof MEASURES)[number];
export const COLOURS: Record<Measure, string> = { filed: '#1677ff', closed: '#389e0d', overdue: '#cf1322', open: '#d48806' };

const EVERY = 5 * 60_000;

/** Items of a period, told apart by something; asked again by what happens, and now and then since time passes. */
export function useFigures(by: FiguresBy, period: Period, every = EVERY) {
  return useAnswer('dispatch', 'getOrderItemFigures', { query: { by, ...period } }, { every });
}

const KINDS: Partial<Record<FiguresBy, NamedKind>> = { UNIT: 'unit', SUBDISTRICT: 'subdistrict', CATEGORY: 'category' };

/** What the keys of rows are called. */
export function useKeyNames(by: FiguresBy): (key: string) => string {
  const names = useNames(KINDS[by] ?? 'unit');
  if (by === 'SOURCE' || by === 'STATUS') {
    return (key) => code(by === 'SOURCE' ? 'SourceKind' : 'ItemStatus', key);
  }
  return KINDS[by] ? names : (key) => key;
}

export function valueOf(figure: Figure): number {
  return figure.value ?? 0;
}

/** Rows with more of a measure first. */
export function ranked(rows: FiguresRow[], measure: Measure): FiguresRow[] {
  return [...rows].sort((one, other) => valueOf(other[measure]) - valueOf(one[measure]));
}

const ENDS = ['filedTo', 'endedTo', 'dueBefore'];

/** Seven days as one row each; the list of a number is that of its first day until its last. */
export function weekly(rows: FiguresRow[]): FiguresRow[] {
  const weeks: FiguresRow[] = [];
  for (let first = 0; first < rows.length; first += 7) {
    const days = rows.slice(first, first + 7);
    const figures = MEASURES.map((measure) => [measure, summed(days.map((day) => day[measure]))] as const);
    weeks.push({ key: days[0].key, ...(Object.fromEntries(figures) as Record<Measure, Figure>) });
  }
  return weeks;
}

function summed(figures: Figure[]): Figure {
  const address = new URL(figures[0].list, window.location.origin);
  const last = new URL(figures[figures.length - 1].list, window.location.origin).searchParams;
  ENDS.filter((name) => last.has(name)).forEach((name) => address.searchParams.set(name, last.get(name) ?? ''));
  return { value: figures.reduce((sum, figure) => sum + valueOf(figure), 0), numerator: null, denominator: null, list: address.pathname + address.search };
}
