import dayjs from 'dayjs';
import { DAY, instantOf, ZONE } from '../parts/moments';

/** Days of the district, the last one included. */
export interface Period {
  from: string;
  to: string;
}

export const SPANS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Span = (typeof SPANS)[number];

export function today(): string {
  return dayjs().tz(ZONE).format(DAY);
}

function daysFrom(first: dayjs.Dayjs, last: dayjs.Dayjs): Period {
  return { from: first.format(DAY), to: last.format(DAY) };
}

/** From the beginning of this week, month, … until today. */
export function untilToday(span: Span): Period {
  const day = dayjs(today());
  const begins = {
    day,
    week: day.subtract((day.day() + 6) % 7, 'day'),
    month: day.startOf('month'),
    quarter: day.month(day.month() - (day.month() % 3)).startOf('month'),
    year: day.startOf('year'),
  };
  return daysFrom(begins[span], day);
}

/** The last days up to today. */
export function lastDays(days: number): Period {
  return daysFrom(dayjs(today()).subtract(days - 1, 'day'), dayjs(today()));
}

export function lengthOf({ from, to }: Period): number {
  return dayjs(to).diff(dayjs(from), 'day') + 1;
}

/**
 * What a period is compared with (环比): the days before it; of what began with a month, quarter or year the same days
 * of the one before.
 */
export function before(period: Period): Period {
  const [from, to] = [dayjs(period.from), dayjs(period.to)];
  if (from.date() === 1 && to.diff(from, 'month') < 12) {
    const months = to.diff(from, 'month') + 1;
    const whole = to.date() === to.daysInMonth();
    const last = to.subtract(months, 'month');
    return daysFrom(from.subtract(months, 'month'), whole ? last.endOf('month') : last);
  }
  const days = lengthOf(period);
  return daysFrom(from.subtract(days, 'day'), to.subtract(days, 'day'));
}

/** The same days a year earlier (同比). */
export function yearBefore({ from, to }: Period): Period {
  return daysFrom(dayjs(from).subtract(1, 'year'), dayjs(to).subtract(1, 'year'));
}

/** As bounds of a list that wants moments, the upper one not included. */
export function moments({ from, to }: Period): { from: string; to: string } {
  return { from: instantOf(dayjs(from)), to: instantOf(dayjs(to).add(1, 'day')) };
}

/** Week of ISO 8601, `2026-W49`. */
export function weekOf(day: string): string {
  const date = dayjs(day);
  const thursday = date.add(3 - ((date.day() + 6) % 7), 'day');
  const week = Math.floor(thursday.diff(thursday.startOf('year'), 'day') / 7) + 1;
  return `${thursday.year()}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of such a week. */
export function mondayOf(week: string): string {
  const [year, number] = week.split('-W').map(Number);
  const fourth = dayjs(`${year}-01-04`);
  return fourth
    .subtract((fourth.day() + 6) % 7, 'day')
    .add((number - 1) * 7, 'day')
    .format(DAY);
}

/** That week and those before it, the earliest first. */
export function weeksUntil(week: string, count: number): string[] {
  const monday = dayjs(mondayOf(week));
  return Array.from({ length: count }, (_, index) => weekOf(monday.subtract((count - 1 - index) * 7, 'day').format(DAY)));
}
