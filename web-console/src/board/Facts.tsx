import { Link } from 'react-router';
import type { Row } from '../api/client';
import { useAnswer } from '../api/use';
import { moment } from '../parts/moments';
import { useNames } from '../parts/names';
import { code, useWords } from '../words';
import { Failed } from './Failed';
import { words } from './words';

type Entry = Row<'intake', 'listLedgerEntries'>;

/** The steps of the loop; what goes on between them is not for a wall. */
const KINDS = [
  'intake.problem-filed', 'dispatch.item-issued', 'dispatch.item-acknowledged', 'dispatch.item-replied', 'dispatch.reply-returned', 'dispatch.item-overdue',
  'dispatch.item-suspended', 'inspection.recheck-passed', 'inspection.recheck-failed', 'inspection.finding-reported', 'inspection.problem-written-off',
] as const;
type Kind = (typeof KINDS)[number];
/** As many as go by in a minute. */
const SHOWN = 24;
/** As many as there is room for: fewer stand still. */
const ROOM = 7;

/** The newest facts on the ledger, going by. */
export function Facts({ every }: { every: number }) {
  const say = useWords(words);
  const asked = useAnswer('intake', 'listLedgerEntries', { query: { kind: KINDS.map((kind) => `${kind}.v1`), limit: SHOWN } }, { every });
  const entries = asked.data?.items ?? [];
  const rolling = entries.length > ROOM;
  return (
    <div className="board-facts">
      <Failed asked={[asked]} />
      {asked.data ? entries.length === 0 && say('quiet') : !asked.error && say('waiting')}
      <div className={rolling ? 'rolling' : undefined}>
        <FactList entries={entries} />
        {rolling && (
          <div aria-hidden inert>
            <FactList entries={entries} />
          </div>
        )}
      </div>
    </div>
  );
}

function FactList({ entries }: { entries: Entry[] }) {
  const say = useWords(words);
  const unitName = useNames('unit');
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id}>
          <span style={{ color: '#9fb3cf' }}>{moment(entry.occurredAt).slice(11)}</span>
          <span style={{ color: '#9cc2ff' }}>{say(entry.kind.replace(/\.v\d+$/, '') as Kind)}</span>
          <span>{entry.problemId ? <Link to={`/problems/${entry.problemId}`}>{textOf(entry, unitName)}</Link> : textOf(entry, unitName)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a fact is about, or whose act it was, in the words it has. */
function textOf({ content, actor }: Entry, unitName: (unit: string) => string): string {
  const told = content as Record<string, unknown>;
  const unit = told.leadUnit as { name?: string } | null | undefined;
  const parts = [told.problemSerial, told.title, told.orderSerial, unit?.name].filter((part) => typeof part === 'string');
  return parts.join(' ') || (actor?.unitCode ? unitName(actor.unitCode) : actor ? code('Role', actor.role) : '—');
}
