import { DatePicker, Segmented, Space } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { DAY } from '../parts/moments';
import { useWords } from '../words';
import { SPANS, untilToday, type Period } from './period';
import { words } from './words';

/** The period that the address asks for; this month when it asks for none. */
export function usePeriod(): [Period, (period: Period) => void, boolean] {
  const [address, setAddress] = useSearchParams();
  const [from, to] = [address.get('from'), address.get('to')];
  const known = from && to && dayjs(from).isValid() && dayjs(to).isValid();
  const choose = (period: Period) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      next.set('from', period.from);
      next.set('to', period.to);
      return next;
    });
  return [known ? { from, to } : untilToday('month'), choose, Boolean(known)];
}

/** For lists that the API gives of a period only: the address has one before the list is asked for. */
export function PeriodAsked({ children }: { children: (choice: ReactNode) => ReactNode }) {
  const [period, choose, asked] = usePeriod();
  const { pathname } = useLocation();
  return asked ? children(<PeriodChoice period={period} choose={choose} />) : <Navigate replace to={`${pathname}?from=${period.from}&to=${period.to}`} />;
}

export function PeriodChoice({ period, choose }: { period: Period; choose: (period: Period) => void }) {
  const say = useWords(words);
  const chosen = SPANS.find((span) => untilToday(span).from === period.from && untilToday(span).to === period.to);
  return (
    <Space wrap>
      <Segmented
        aria-label={say('period')}
        value={chosen ?? ''}
        options={SPANS.map((span) => ({ value: span, label: say(span) }))}
        onChange={(span) => choose(untilToday(span as (typeof SPANS)[number]))}
      />
      <DatePicker.RangePicker
        aria-label={say('period')}
        allowClear={false}
        value={[dayjs(period.from), dayjs(period.to)]}
        onChange={(days) => {
          if (days?.[0] && days[1]) {
            choose({ from: days[0].format(DAY), to: days[1].format(DAY) });
          }
        }}
      />
    </Space>
  );
}
