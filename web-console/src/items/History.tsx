import { Table, Tag } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../api/client';
import { moment } from '../parts/moments';
import { useNames } from '../parts/names';
import { ActorName, CodeTag, useTime } from '../parts/show';
import { Timeline, type TimelineEntry } from '../parts/Timeline';
import { code, useWords } from '../words';
import type { Entry, Segment } from './item';
import { words } from './words';

const SUSPENSIONS = ['AWAITING_FUNDS', 'AWAITING_OUTSIDE_PARTY', 'LITIGATION', 'WEATHER', 'DEMOLITION_OR_REBUILDING', 'OTHER_APPROVED'];
const OUTCOMES = ['PASSED', 'NOT_RECTIFIED', 'PARTIAL', 'RELAPSED', 'CANNOT_VERIFY'];
/** Their reason begins with the code of the unit whose task it is. */
const OF_TASKS: Entry['action'][] = ['REPLY_TO_TASK', 'WAIVE_TASK', 'WARN_TASK', 'MARK_TASK_OVERDUE'];
const COLOURS: Partial<Record<Entry['action'], string>> = {
  WRITE_OFF: 'green', ACCEPT_REPLY: 'green', FAIL_RECHECK: 'red', RETURN_REPLY: 'red', MARK_OVERDUE: 'red', WARN: 'orange', CANCEL: 'gray',
};

/** Every step: who, when, what was said, how long it took, and what it did to the limit. */
export function History({ entries }: { entries: Entry[] }) {
  const say = useWords(words);
  const time = useTime();
  const reason = useReason();
  const rule = useRule();
  const lines = (entry: Entry, before: Entry | undefined): ReactNode[] => [
    entry.reason && say('because', { reason: reason(entry) }),
    entry.why && say('assignedBy', { words: entry.why.words }),
    entry.suspensionCause && say('suspendedFor', { cause: code('SuspensionCause', entry.suspensionCause), day: entry.reviewOn ?? '—' }),
    entry.dueAt && entry.dueAt !== before?.dueAt && say('limitEnds', { at: moment(entry.dueAt) }),
    entry.ruleVersion && entry.ruleVersion !== before?.ruleVersion && <>{say('byRule')}{rule(entry.ruleVersion)}</>,
    before && <span style={{ color: '#595959' }}>{say('since', { time: time(between(before.at, entry.at)) })}</span>,
  ];
  const shown: TimelineEntry[] = entries.map((entry, index) => ({
    key: entry.sequence,
    at: entry.at,
    title: (
      <>
        {code('ItemAction', entry.action)}
        {entry.from && entry.to !== entry.from && code('ItemStatus', entry.to) !== code('ItemAction', entry.action) && <> → {code('ItemStatus', entry.to)}</>}
      </>
    ),
    who: entry.actor,
    lines: lines(entry, entries[index - 1]),
    colour: COLOURS[entry.action],
  }));
  return <Timeline entries={shown.reverse()} />;
}

/** Why the limit is where it is: every stretch of time, what began it, by which rule, and whether it counts. */
export function ClockTable({ clock }: { clock: Answer<'dispatch', 'getOrderItemClock'> }) {
  const say = useWords(words);
  const time = useTime();
  const rule = useRule();
  const causeOf = (segment: Segment) => {
    if (segment.cause === 'REPLY_UNDER_REVIEW' || segment.cause === 'RECHECK') {
      return say(segment.cause);
    }
    return code(SUSPENSIONS.includes(segment.cause) ? 'SuspensionCause' : 'ItemAction', segment.cause);
  };
  return (
    <>
      <p style={{ marginTop: 0 }}>
        {[
          clock.limit && say('limitOf', { time: time(clock.limit) }),
          clock.elapsed && say('used', { time: time(clock.elapsed) }),
          clock.dueAt && say('endsAt', { at: moment(clock.dueAt) }),
          clock.round > 0 && say('roundOf', { round: clock.round + 1 }),
          clock.calendarEstimated && say('estimated'),
        ].filter(Boolean).join('；')}
      </p>
      <Table<Segment>
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey={(segment) => segment.from}
        dataSource={clock.segments}
        columns={[
          { title: say('fromTo'), render: (_, segment) => `${moment(segment.from)} – ${segment.to ? moment(segment.to) : say('now')}` },
          { title: say('lasted'), render: (_, segment) => time(between(segment.from, segment.to ?? clock.now)) },
          { title: say('state'), render: (_, segment) => <CodeTag name="ClockState" value={segment.kind} /> },
          { title: say('cause'), render: (_, segment) => causeOf(segment) },
          { title: say('by'), render: (_, segment) => <ActorName actor={segment.actor} /> },
          { title: say('ruleColumn'), render: (_, segment) => (segment.ruleVersion ? rule(segment.ruleVersion) : '—') },
          { title: say('counted'), render: (_, segment) => <Tag>{segment.counted ? say('counts') : say('countsNot')}</Tag> },
        ]}
      />
    </>
  );
}

function between(from: string, to: string): string {
  return `PT${Math.max(0, dayjs(to).diff(dayjs(from), 'minute'))}M`;
}

/** What the service writes for itself in a reason, in words; what people wrote as they wrote it. */
function useReason(): (entry: Entry) => string {
  const say = useWords(words);
  const unit = useNames('unit');
  return ({ reason, action }) => {
    const text = reason ?? '';
    const [first, ...rest] = text.split(' ');
    if (OF_TASKS.includes(action)) {
      return [unit(first), rest.join(' ')].filter(Boolean).join('：');
    }
    if (action === 'FAIL_RECHECK' && OUTCOMES.includes(text)) {
      return code('RecheckOutcome', text);
    }
    if (first === 'MERGED_INTO' || first === 'HANDED_OVER') {
      return say(first, { what: rest.join(' ') });
    }
    return text === 'CROSSED_CANCELLATION' ? say('CROSSED_CANCELLATION') : text;
  };
}

/** `GENERAL/2` is the second version of the limits of a class; `PLANNED/…/1` a date that a meeting set. */
function useRule(): (version: string) => ReactNode {
  const say = useWords(words);
  return (version) => {
    const parts = version.split('/');
    const number = parts.at(-1) ?? '';
    if (parts.length === 3 && parts[0] === 'ASSIGNMENT') {
      return say('assignmentRule', { class: code('DeadlineClass', parts[1]), number });
    }
    if (parts.length === 3) {
      return <Link to={`/meetings/${parts[1]}`}>{say('meetingRule', { number })}</Link>;
    }
    return say('classRule', { class: code('DeadlineClass', parts[0]), number });
  };
}
