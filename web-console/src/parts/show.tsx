import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Service } from '../api/client';
import { shapesOf, type Shape } from '../api/shapes';
import { code, useFrameWords } from '../words';
import { Named, namedKind, useNames } from './names';
import { minutesOf, moment } from './moments';
import { PageLink } from './PageLink';

/** Colours of codes that mean the same wherever they stand; all others are grey. Text says it as well. */
const COLOURS: Record<string, string> = {
  GREEN: 'green', YELLOW: 'gold', RED: 'red',
  WRITTEN_OFF: 'green', PASSED: 'green', ACCEPTED: 'green', DONE: 'green', CLOSED: 'green',
  REWORK: 'red', NOT_RECTIFIED: 'red', RELAPSED: 'red', RETURNED: 'red', REFUSED: 'red',
  UNASSIGNED: 'orange', RETURN_REQUESTED: 'orange', PARTIAL: 'orange', RECEIVED: 'orange',
  ISSUED: 'blue', DISPATCHED: 'blue', ACKNOWLEDGED: 'blue', REPLIED: 'cyan', RECHECK_PENDING: 'purple',
};

const LIGHTS: Record<string, string> = { GREEN: '#389e0d', YELLOW: '#faad14', RED: '#cf1322' };

/** A coloured dot and its word, for those who do not see colours as well. */
export function LightMark({ value }: { value: string }) {
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <span aria-hidden style={{ display: 'inline-block', width: 10, height: 10, borderRadius: 5, background: LIGHTS[value], marginInlineEnd: 6 }} />
      {code('Light', value)}
    </span>
  );
}

export function CodeTag({ name, value }: { name?: string; value: string }) {
  return <Tag color={COLOURS[value]}>{code(name, value)}</Tag>;
}

/** `5小时20分` for a duration of the API, without its sign. */
export function useTime(): (duration: string) => string {
  const say = useFrameWords();
  return (duration) => {
    const minutes = Math.abs(Math.round(minutesOf(duration)));
    const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
    return [
      days > 0 ? say('days', { count: days }) : '',
      hours > 0 ? say('hours', { count: hours }) : '',
      days === 0 && (rest > 0 || hours === 0) ? say('minutes', { count: rest }) : '',
    ].join('').trim();
  };
}

/** `剩 5小时20分`, `超期 1天2小时`. */
export function Remaining({ value }: { value: string }) {
  const say = useFrameWords();
  const time = useTime()(value);
  const late = value.startsWith('-') || value.includes('T-');
  return <span style={{ color: late ? '#a8071a' : undefined, whiteSpace: 'nowrap' }}>{say(late ? 'late' : 'left', { time })}</span>;
}

function Time({ value }: { value: string }) {
  return <span style={{ whiteSpace: 'nowrap' }}>{useTime()(value)}</span>;
}

const DURATION = /^-?P(?=.)(-?\d+D)?(T(?=.)(-?\d+H)?(-?\d+M)?(-?[\d.]+S)?)?$/;

/** A value of the API as people read it; `—` where there is none. */
export function Shown({ service, shape, field, value }: { service: Service; shape: Shape | undefined; field: string; value: unknown }): ReactNode {
  const say = useFrameWords();
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
    return say('none');
  }
  const kind = namedKind(field);
  if (kind && typeof value === 'string' && shape?.kind !== 'code') {
    return <Named kind={kind} code={value} />;
  }
  if (field === 'remaining' && typeof value === 'string') {
    return <Remaining value={value} />;
  }
  switch (shape?.kind) {
    case 'instant':
      return <span style={{ whiteSpace: 'nowrap' }}>{moment(value as string)}</span>;
    case 'boolean':
      return value ? say('yes') : say('no');
    case 'code':
      return shape.code?.endsWith('Light') ? <LightMark value={value as string} /> : <CodeTag name={shape.code} value={value as string} />;
    case 'duration':
      return <Time value={value as string} />;
    case 'list':
      return (value as unknown[]).map((part, index) => (
        <span key={index}>
          {index > 0 && '、'}
          <Shown service={service} shape={shape.of} field={kind ? field : ''} value={part} />
        </span>
      ));
    case 'object':
      return <ShownObject service={service} object={shape.object ?? ''} value={value as Record<string, unknown>} />;
    default:
      if (typeof value === 'string' && shape?.pattern && DURATION.test(value)) {
        return <Time value={value} />;
      }
      return typeof value === 'object' ? say('none') : <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{String(value)}</span>;
  }
}

function ShownObject({ service, object, value }: { service: Service; object: string; value: Record<string, unknown> }): ReactNode {
  switch (object) {
    case 'UnitName':
      return String(value.name);
    case 'Figure':
      return <FigureLink figure={value as unknown as Figure} />;
    case 'Actor':
      return <ActorName actor={value as unknown as { role: string; unitCode: string | null }} />;
    case 'Money':
      return <MoneyText money={value as unknown as { amount: string; currency: string }} />;
    case 'RoutingReason':
      return String(value.words);
    case 'Place':
      return <PlaceText place={value} />;
    default: {
      const shapes = shapesOf(service, object);
      const first = ['name', 'title', 'serial', 'text', 'address', 'kind', 'level', 'cause'].find((field) => value[field]);
      return first ? <Shown service={service} shape={shapes[first]} field={first} value={value[first]} /> : '—';
    }
  }
}

/** What was paid in the currency of the country has no need of its name. */
function MoneyText({ money }: { money: { amount: string; currency: string } }) {
  const say = useFrameWords();
  return <>{money.currency === 'CNY' ? say('yuan', { amount: money.amount }) : `${money.amount} ${money.currency}`}</>;
}

function PlaceText({ place }: { place: Record<string, unknown> }) {
  const subdistrict = useNames('subdistrict')(String(place.subdistrictCode ?? ''));
  const address = String(place.address ?? '');
  return <>{address.startsWith(subdistrict) ? address : `${subdistrict} ${address}`}</>;
}

/** Who did something: in which role, and of which unit. The special team is no unit of the register. */
export function ActorName({ actor }: { actor: { role: string; unitCode: string | null } }) {
  return (
    <>
      {code('Role', actor.role)} {actor.unitCode && (actor.unitCode === TEAM ? code('Role', TEAM) : <Named kind="unit" code={actor.unitCode} />)}
    </>
  );
}

const TEAM = 'SPECIAL_TEAM';

/** A number, or a share in percent, with the list behind it. */
export interface Figure {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  list: string;
}

/**
 * Where the console shows the list that the API has at this address: pages of lists are named as the API names them.
 * Whatever an address says, it leads to a page of ours.
 */
export function pageOf(list: string): string {
  const path = /^(?:https?:\/\/[^/?#]*)?\/api\/v1\/+([a-z].*)$/.exec(list)?.[1];
  return path ? `/${path}` : '/';
}

/** A figure leads to exactly the rows that it counts (反查). */
export function FigureLink({ figure, children }: { figure: Figure; children?: ReactNode }) {
  const share = figure.denominator !== null;
  const text = figure.value === null ? '—' : share ? `${figure.value.toFixed(2)}%` : String(figure.value);
  return (
    <PageLink to={pageOf(figure.list)}>
      {text}
      {share && ` (${figure.numerator}/${figure.denominator})`}
      {children}
    </PageLink>
  );
}
