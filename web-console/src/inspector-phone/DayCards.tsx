import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import type { Draft } from '../offline/drafts';
import type { Position } from '../offline/position';
import { moment } from '../parts/moments';
import { Named } from '../parts/names';
import { CodeTag, pageOf } from '../parts/show';
import { Nothing } from '../parts/states';
import { useWords } from '../words';
import { isOfInspection, metresTo, pendingOf, route, type Task } from './tasks';
import { words } from './words';

const KILOMETRE = 1000;
/** What waits to be sent, by what it is; of all else the result is given. */
const QUEUED: Record<string, 'skipQueued' | 'visitQueued' | 'concludeQueued'> = { skipStop: 'skipQueued', visitStop: 'visitQueued', reportFinding: 'visitQueued', concludeInspection: 'concludeQueued' };

interface Props {
  tasks: Task[];
  drafts: Draft[] | undefined;
  position: Position | undefined;
  open: (address: Record<string, string>) => void;
}

/** The day's route. */
export function DayCards({ tasks, drafts, position, open }: Props) {
  const say = useWords(words);
  return (
    <>
      <h2>{say(position ? 'nearFirst' : 'byTime')}</h2>
      {tasks.length === 0 && <Nothing text={say('nothing')} />}
      {route(tasks, position).map((task) => (
        <Card key={`${task.id} ${task.stop}`} task={task} drafts={drafts} metres={metresTo(task, position)} open={open} />
      ))}
    </>
  );
}

function Card({ task, drafts, metres, open }: { task: Task; drafts: Draft[] | undefined; metres: number | undefined; open: Props['open'] }) {
  const say = useWords(words);
  const inspection = isOfInspection(task);
  const pending = pendingOf(task, drafts);
  const content = (
    <>
      <h3>{task.title}</h3>
      <span className="row">
        <CodeTag name="TaskKind" value={task.kind} />
        <Tag color={task.mine ? 'blue' : undefined}>{say(task.mine ? 'mine' : 'free')}</Tag>
        {metres !== undefined && <strong>{metres < KILOMETRE ? say('metres', { count: metres }) : say('kilometres', { count: (metres / KILOMETRE).toFixed(1) })}</strong>}
        {task.overdue && <strong style={{ color: '#a8071a' }}>{say('overdue')}</strong>}
        {pending.length > 0 && <Tag color="orange">{say(QUEUED[pending[0].operation] ?? 'given')}</Tag>}
      </span>
      <p style={{ margin: '6px 0' }}>{task.place ?? (task.subdistrictCode && <Named kind="subdistrict" code={task.subdistrictCode} />)}</p>
      <span>{task.dueAt ? say('due', { at: moment(task.dueAt) }) : say('planned', { at: moment(task.at) })}</span>
    </>
  );
  if (task.kind === 'EVALUATION_POINT') {
    return (
      <article className="phone-card">
        {content}
        <p>{say('evaluation')}</p>
        <Link to={pageOf(task.link)}>
          <Button block>{say('openDesk')}</Button>
        </Link>
      </article>
    );
  }
  return (
    <article className={`phone-card ${task.overdue ? 'RED' : ''}`}>
      <button type="button" className="phone-open" onClick={() => open(inspection ? { inspection: task.id, ...(task.stop ? { stop: String(task.stop) } : {}) } : { recheck: task.id })}>
        {content}
      </button>
    </article>
  );
}
