import { Alert, App, Button, Tag } from 'antd';
import { useAct } from '../api/use';
import type { Draft } from '../offline/drafts';
import type { FormPlace } from '../offline/form';
import { useOnline } from '../offline/network';
import { Phone } from '../offline/Phone';
import { moment } from '../parts/moments';
import { Named } from '../parts/names';
import { CodeTag } from '../parts/show';
import { Failure } from '../parts/states';
import { code, useWords } from '../words';
import { inspectionChain, isOpen, pendingAt, pendingIn, type Inspection, type Stop } from './tasks';
import { words } from './words';

interface Props {
  inspection: Inspection;
  /** The stop one is at; the whole route without. */
  stop?: Stop;
  place: FormPlace;
  go: (address: Record<string, string>) => void;
}

/** An inspection on the way: its route, and what is noted at each stop. */
export function InspectionView({ inspection, stop, place, go }: Props) {
  const say = useWords(words);
  const online = useOnline();
  const { message } = App.useApp();
  const start = useAct('inspection', 'startInspection');
  const pending = pendingIn(place.drafts, inspectionChain(inspection.id));
  const may = (action: Inspection['allowedActions'][number]) => inspection.allowedActions.includes(action);
  const at = (act: string, number = stop?.number) => go({ inspection: inspection.id, ...(number ? { stop: String(number) } : {}), do: act });
  const concluding = pending.some(({ operation }) => operation === 'concludeInspection');
  const open = stop && isOpen(stop, pending);

  const setOut = async () => {
    await start.mutateAsync({ path: { id: inspection.id } }).then(
      () => message.success(say('started')),
      () => undefined,
    );
  };

  return (
    <Phone
      {...place}
      title={stop ? say('stop', { n: stop.number }) : code('InspectionTier', inspection.tier)}
      bar={
        <>
          {may('START') && !online && <span className="phone-note">{say('startHint')}</span>}
          {may('START') && (
            <Button type="primary" disabled={!online} loading={start.isPending} onClick={() => void setOut()}>
              {say('start')}
            </Button>
          )}
          {stop && open && may('SKIP_STOP') && <Button onClick={() => at('skip')}>{say('skip')}</Button>}
          {stop && !concluding && may('REPORT_FINDING') && !stop.skippedBecause && pendingAt(pending, stop.number, 'skipStop').length === 0 && (
            <Button onClick={() => go({ inspection: inspection.id, stop: String(stop.number), do: 'finding', n: crypto.randomUUID() })}>{say('finding')}</Button>
          )}
          {stop && open && may('VISIT_STOP') && (
            <Button type="primary" onClick={() => at('visit')}>
              {say('arriveAt')}
            </Button>
          )}
          {!stop && !concluding && may('CONCLUDE') && (
            <Button type="primary" onClick={() => at('conclude')}>
              {say('conclude')}
            </Button>
          )}
        </>
      }
    >
      {start.error && <Failure error={start.error} />}
      {stop && inspection.status === 'PLANNED' && <Alert type="info" showIcon title={say('notStarted')} style={{ marginBottom: 10 }} />}
      {inspection.status === 'CONCLUDED' && <Alert type="success" showIcon title={say('over')} style={{ marginBottom: 10 }} />}
      <div className="phone-card">
        <div className="row">
          <CodeTag name="InspectionStatus" value={inspection.status} />
          <CodeTag name="InspectionMethod" value={inspection.method} />
          <span>{say('planned', { at: moment(inspection.plannedFor) })}</span>
        </div>
        <dl className="phone-facts" style={{ marginTop: 8 }}>
          {inspection.focus && [<dt key="focus name">{say('focus')}</dt>, <dd key="focus">{inspection.focus}</dd>]}
          {inspection.purpose && [<dt key="purpose name">{say('purpose')}</dt>, <dd key="purpose">{inspection.purpose}</dd>]}
        </dl>
      </div>
      <h2>{say('stops')}</h2>
      {(stop ? [stop] : inspection.stops).map((one) => (
        <StopCard key={one.number} stop={one} pending={pending} open={stop ? undefined : () => go({ inspection: inspection.id, stop: String(one.number) })} />
      ))}
      <Findings inspection={inspection} stop={stop} pending={pending} />
    </Phone>
  );
}

function StopCard({ stop, pending, open }: { stop: Stop; pending: Draft[]; open?: () => void }) {
  const say = useWords(words);
  const content = (
    <>
      <h3>
        {say('stop', { n: stop.number })} · {stop.place}
      </h3>
      <span className="row">
        <Named kind="subdistrict" code={stop.subdistrictCode} />
        {stop.visitedAt && <Tag color="green">{say('visited', { at: moment(stop.visitedAt) })}</Tag>}
        {isOpen(stop, pending) && <Tag>{say('open')}</Tag>}
        {pendingAt(pending, stop.number, 'visitStop').length > 0 && <Tag color="orange">{say('visitQueued')}</Tag>}
        {pendingAt(pending, stop.number, 'skipStop').length > 0 && <Tag color="orange">{say('skipQueued')}</Tag>}
      </span>
      {stop.skippedBecause && <p>{say('skipped', { why: stop.skippedBecause })}</p>}
      {stop.note && <p>{stop.note}</p>}
    </>
  );
  return (
    <article className={`phone-card ${stop.visitedAt ? 'GREEN' : ''}`}>
      {open ? (
        <button type="button" className="phone-open" onClick={open}>
          {content}
        </button>
      ) : (
        content
      )}
    </article>
  );
}

function Findings({ inspection, stop, pending }: { inspection: Inspection; stop?: Stop; pending: Draft[] }) {
  const say = useWords(words);
  const phone = pending.filter(({ operation, body }) => operation === 'reportFinding' && (!stop || body.stop === stop.number));
  const known = (inspection.findings ?? []).filter((finding) => !stop || finding.stop === stop.number);
  if (phone.length + known.length === 0) {
    return null;
  }
  return (
    <>
      <h2>{say('findings')}</h2>
      {phone.map((draft) => (
        <div key={draft.id} className="phone-card YELLOW">
          <h3>{String(draft.body.title ?? '')}</h3>
          <p>{String(draft.body.description ?? '')}</p>
        </div>
      ))}
      {known.map((finding) => (
        <div key={finding.id} className="phone-card">
          <h3>{finding.title}</h3>
          <p>{finding.description}</p>
        </div>
      ))}
    </>
  );
}
