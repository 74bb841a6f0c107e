import './board.css';
import { Badge } from 'antd';
import dayjs from 'dayjs';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useLiveState } from '../api/live';
import { useAnswer } from '../api/use';
import { DistrictMap } from '../figures/coverage/DistrictMap';
import { Trend } from './Trend';
import { DAY, MOMENT, ZONE } from '../parts/moments';
import { pageOf, type Figure } from '../parts/show';
import { useFigures, useKeyNames, valueOf, type FiguresRow } from '../figures/rows';
import { OPEN } from '../items/item';
import { LiveSign } from '../notifications/Header';
import { useWords } from '../words';
import { Facts } from './Facts';
import { Failed } from './Failed';
import { useClock, useDay } from './useDay';
import { words } from './words';

/** Asked again by what happens; and every minute, since limits end without anything happening. */
const EVERY = 60_000;
const RANKED_DAYS = 30;
const DRAWN_DAYS = 14;
const UNITS = 12;

/** The wall screen. Nobody touches it for weeks: what fails is asked again, and midnight begins another day. */
export default function Board() {
  const say = useWords(words);
  const day = useDay();
  const ranked = { from: dayjs(day).subtract(RANKED_DAYS - 1, 'day').format(DAY), to: day };
  useEffect(() => {
    const title = document.title;
    document.title = say('title');
    return () => {
      document.title = title;
    };
  });
  return (
    <main className="board">
      <Head day={day} />
      <Panel area="day" title={say('today')}>
        <Day day={day} />
      </Panel>
      <Panel area="lights" title={say('lights')}>
        <Lights />
      </Panel>
      <Panel area="places" title={say('places')} hint={say('placesHint', { days: RANKED_DAYS })}>
        <Places period={ranked} />
      </Panel>
      <Panel area="ranking" title={say('ranking')} hint={say('rankingHint', { days: RANKED_DAYS })}>
        <Ranking period={ranked} />
      </Panel>
      <Panel area="trend" title={say('trend', { days: DRAWN_DAYS })}>
        <Trend period={{ from: dayjs(day).subtract(DRAWN_DAYS - 1, 'day').format(DAY), to: day }} every={EVERY} />
      </Panel>
      <Panel area="facts" title={say('facts')}>
        <Facts every={EVERY} />
      </Panel>
    </main>
  );
}

function Panel({ area, title, hint, children }: { area: string; title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="board-panel" style={{ gridArea: area }}>
      <h2>
        {title}
        {hint && <small>{hint}</small>}
      </h2>
      {children}
    </section>
  );
}

function Head({ day }: { day: string }) {
  const say = useWords(words);
  const clock = useClock();
  const state = useLiveState();
  const { dataUpdatedAt, error } = useFigures('SUBDISTRICT', { from: day, to: day }, EVERY);
  const at = dataUpdatedAt > 0 ? dayjs(dataUpdatedAt).tz(ZONE).format(`${MOMENT}:ss`) : undefined;
  return (
    <header className="board-head">
      <h1>
        <Link to="/">{say('title')}</Link>
      </h1>
      <span>
        <LiveSign /> <Badge color={error || state === 'cut' ? '#ffc53d' : '#52c41a'} style={{ marginLeft: 16 }} />{' '}
        {at ? say('refreshed', { at }) : say('waiting')}
      </span>
      <time className="board-clock">{clock}</time>
    </header>
  );
}

function Big({ name, figure, colour }: { name: string; figure: Figure | undefined; colour: string }) {
  return (
    <div className="board-number">
      <span>{name}</span>
      <strong style={{ color: colour }}>{figure ? <Link to={pageOf(figure.list)}>{valueOf(figure)}</Link> : '—'}</strong>
    </div>
  );
}

function Day({ day }: { day: string }) {
  const say = useWords(words);
  const figures = useFigures('SUBDISTRICT', { from: day, to: day }, EVERY);
  const total = figures.data?.total;
  const open = useOpen('GREEN', 'YELLOW', 'RED');
  return (
    <>
      <Failed asked={[figures, open]} />
      <div className="board-day">
        <Big name={say('filed')} figure={total?.filed} colour="#69b1ff" />
        <Big name={say('closed')} figure={total?.closed} colour="#95de64" />
        <Big name={say('overdue')} figure={total?.overdue} colour="#ff7875" />
        <Big name={say('openNow')} figure={open.figure} colour="#ffd666" />
      </div>
    </>
  );
}

type Light = 'GREEN' | 'YELLOW' | 'RED';

/** Open items with these lights; of all lights those without one as well. */
function useOpen(...lights: Light[]): { figure: Figure | undefined; error: Error | null } {
  const light = lights.length === LIGHTS.length ? [] : lights;
  const answer = useAnswer('dispatch', 'listOrderItems', { query: { status: [...OPEN], light, limit: 1, count: 'exact' } }, { every: EVERY });
  const parameters = [...OPEN.map((status) => `status=${status}`), ...light.map((one) => `light=${one}`)];
  const total = answer.data?.total;
  return {
    figure: typeof total === 'number' ? { value: total, numerator: null, denominator: null, list: `/api/v1/order-items?${parameters.join('&')}` } : undefined,
    error: answer.error,
  };
}

const LIGHTS: [Light, 'green' | 'yellow' | 'red', string][] = [
  ['GREEN', 'green', '#52c41a'],
  ['YELLOW', 'yellow', '#fadb14'],
  ['RED', 'red', '#ff4d4f'],
];

function Lights() {
  const asked = [useOpen('GREEN'), useOpen('YELLOW'), useOpen('RED')];
  const figures = asked.map(({ figure }) => figure);
  const say = useWords(words);
  const all = figures.reduce((sum, figure) => sum + (figure?.value ?? 0), 0);
  return (
    <div style={{ margin: 'auto 0' }}>
      <Failed asked={asked} />
      {LIGHTS.map(([light, name, colour], index) => (
        <div key={light} className="board-light">
          <span>{say(name)}</span>
          <span className="bar">
            <span style={{ width: `${all > 0 ? ((figures[index]?.value ?? 0) / all) * 100 : 0}%`, background: colour }} />
          </span>
          <strong>{figures[index] ? <Link to={pageOf(figures[index].list)}>{figures[index].value}</Link> : '—'}</strong>
        </div>
      ))}
    </div>
  );
}

interface Days {
  period: { from: string; to: string };
}

function Places({ period }: Days) {
  const say = useWords(words);
  const nameOf = useKeyNames('SUBDISTRICT');
  const figures = useFigures('SUBDISTRICT', period, EVERY);
  const subdistricts = (figures.data?.rows ?? []).map((row) => ({ code: row.key ?? '', name: nameOf(row.key ?? ''), value: valueOf(row.open), list: row.open.list }));
  return (
    <>
      <Failed asked={[figures]} />
      <div style={{ flex: 1, minHeight: 0 }}>
        <DistrictMap label={say('places')} places={subdistricts} colours={['#17304f', '#b3541e']} height={520} dark />
      </div>
    </>
  );
}

/** Of what was filed in the period, how much is over. */
function closedShare(row: FiguresRow): number {
  return valueOf(row.filed) > 0 ? 1 - valueOf(row.open) / valueOf(row.filed) : 1;
}

function Ranking({ period }: Days) {
  const say = useWords(words);
  const nameOf = useKeyNames('UNIT');
  const figures = useFigures('UNIT', period, EVERY);
  const units = (figures.data?.rows ?? []).filter((row) => row.filed.value).sort((one, other) => closedShare(other) - closedShare(one) || valueOf(other.filed) - valueOf(one.filed)).slice(0, UNITS);
  return (
    <>
      <Failed asked={[figures]} />
      <table>
        <thead>
          <tr>
            <th scope="col">{say('rank')}</th>
            <th scope="col">{say('unit')}</th>
            <th scope="col">{say('filed')}</th>
            <th scope="col">{say('rate')}</th>
            <th scope="col">{say('overdue')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((row, index) => (
            <tr key={row.key}>
              <td>{index + 1}</td>
              <td>{nameOf(row.key ?? '')}</td>
              <td>
                <Link to={pageOf(row.filed.list)}>{row.filed.value}</Link>
              </td>
              <td>
                <Link to={pageOf(row.open.list)}>{(closedShare(row) * 100).toFixed(0)}%</Link>
              </td>
              <td style={{ color: row.overdue.value ? '#ff7875' : undefined }}>
                <Link to={pageOf(row.overdue.list)}>{row.overdue.value}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
