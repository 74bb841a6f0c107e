import { useEffect, useState } from 'react';
import dayjs from 'dayjs';
import { ZONE } from '../parts/moments';
import { today } from '../figures/period';

const SECOND = 1_000;

/** The day of the district; a new one after midnight. */
export function useDay(): string {
  const [day, setDay] = useState(today);
  useEffect(() => {
    const timer = setInterval(() => setDay(today()), 5 * SECOND);
    return () => clearInterval(timer);
  }, []);
  return day;
}

/** The time of the district, by the second. */
export function useClock(): string {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  return time;
}

function now(): string {
  return dayjs().tz(ZONE).format('YYYY-MM-DD HH:mm:ss');
}
