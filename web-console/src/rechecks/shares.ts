import { useWords } from '../words';
import { words } from './words';

/** 0.956 as 95.6. */
export function share(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : String(Math.round(value * 1000) / 10);
}

/** The interval that a rate lies in, as people read it. */
export function useInterval(): (interval: number[] | null | undefined) => string {
  const say = useWords(words);
  return (interval) => (interval?.length === 2 ? say('interval', { low: share(interval[0]), high: share(interval[1]) }) : '—');
}
