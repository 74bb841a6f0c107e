import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Everybody in the district means this time, wherever their machine thinks it is. */
export const ZONE = 'Asia/Shanghai';
export const MOMENT = 'YYYY-MM-DD HH:mm';
export const DAY = 'YYYY-MM-DD';
dayjs.tz.setDefault(ZONE);

export function moment(instant: string): string {
  return dayjs(instant).tz(ZONE).format(MOMENT);
}

/** A wall clock time that somebody chose, as the API wants it: that time in the district. */
export function instantOf(chosen: Dayjs): string {
  return dayjs.tz(chosen.format('YYYY-MM-DD HH:mm:ss'), ZONE).toISOString();
}

/** The other way round: an instant as a wall clock time to choose from. */
export function chosenFrom(instant: string): Dayjs {
  return dayjs(dayjs(instant).tz(ZONE).format('YYYY-MM-DD HH:mm:ss'));
}

/** Minutes of an ISO 8601 duration such as `PT5H20M` or `-PT3H`. */
export function minutesOf(duration: string): number {
  const sign = duration.startsWith('-') ? -1 : 1;
  const parts = /P(?:(-?[\d.]+)D)?(?:T(?:(-?[\d.]+)H)?(?:(-?[\d.]+)M)?(?:(-?[\d.]+)S)?)?/.exec(duration);
  const [days, hours, minutes, seconds] = (parts ?? []).slice(1).map((part) => Number(part ?? 0));
  return sign * ((days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60);
}
