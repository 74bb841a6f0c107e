import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../api/client';
import type { FormPlace } from '../offline/form';
import { keepFor } from '../offline/kept';
import { useKnownPerson } from '../offline/person';
import { Phone } from '../offline/Phone';
import { usePosition } from '../offline/position';
import { useAhead, useDrafts, useKeptReference, useSeen, useSending } from '../offline/use';
import { words as phoneWords } from '../offline/words';
import { moment } from '../parts/moments';
import { Loaded } from '../parts/states';
import type { Person } from '../session/person';
import { useWords } from '../words';
import { DayCards } from './DayCards';
import { InspectionView } from './InspectionView';
import { RecheckForm } from './RecheckForm';
import { Conclude, Finding, Skip, Visit } from './StopForms';
import { isOfInspection, placed, type Task } from './tasks';
import { words } from './words';

const MINUTE = 60_000;
/** Asked for ahead; more than that nobody does on a day. */
const AHEAD = 40;

/** What an inspector does on the way, with a network or without. */
export default function InspectorPhone() {
  const person = useKnownPerson();
  return <Loaded asked={person}>{(known) => <OfPerson key={known.subject} person={known} />}</Loaded>;
}

function OfPerson({ person }: { person: Person }) {
  const owner = person.subject;
  const [address, go] = useSearchParams();
  const drafts = useDrafts(owner);
  useSending(owner, drafts);
  useKeptReference(owner);
  useEffect(() => void keepFor(person), [person]);

  const inspection = address.get('inspection');
  const recheck = address.get('recheck');
  const place: FormPlace = {
    owner,
    drafts,
    onOpen: (draft) => go(new URLSearchParams(draft.slot)),
    onBack: () => go(inspection && (address.get('do') || address.get('stop')) ? backFrom(address, inspection) : {}),
    onSent: () => go(inspection ? { inspection } : {}),
  };
  if (inspection) {
    return <OneInspection key={inspection} id={inspection} place={place} address={address} go={go} />;
  }
  if (recheck) {
    return <OneRecheck key={recheck} id={recheck} place={place} />;
  }
  return <Day place={place} go={go} />;
}

function backFrom(address: URLSearchParams, inspection: string): Record<string, string> {
  const stop = address.get('stop');
  return address.get('do') && stop ? { inspection, stop } : { inspection };
}

function Day({ place, go }: { place: FormPlace; go: (address: Record<string, string>) => void }) {
  const say = useWords(words);
  const phone = useWords(phoneWords);
  const { position, asked, ask } = usePosition();
  const { longitude, latitude, crs } = placed(position);
  const day = useSeen(place.owner, 'day', 'inspection', 'listDayTasks', { query: { limit: 200, ...(crs ? { longitude, latitude, crs } : {}) } }, { every: MINUTE });
  const tasks = day.data?.answer.items ?? [];
  useAhead(place.owner, wantedAhead(tasks), place.drafts);
  return (
    <Phone
      {...place}
      onBack={undefined}
      title={say('title')}
      bar={
        <>
          <Button onClick={() => void ask()}>{phone('locateAgain')}</Button>
          <Button type="primary" loading={day.isFetching} onClick={() => void day.refetch()}>
            {phone('refresh')}
          </Button>
        </>
      }
    >
      {!position && <p>{phone(asked ? 'noPosition' : 'locating')}</p>}
      <Loaded asked={day}>
        {({ answer, keptSince }) => (
          <>
            {keptSince && <p>{phone('keptSince', { at: moment(keptSince) })}</p>}
            <DayCards tasks={answer.items} drafts={place.drafts} position={position} open={go} />
          </>
        )}
      </Loaded>
    </Phone>
  );
}

/** Of each inspection and re-check of the day all that its page shows. */
function wantedAhead(tasks: Task[]) {
  const inspections = [...new Set(tasks.filter(isOfInspection).map(({ id }) => id))];
  const rechecks = tasks.filter(({ kind }) => kind === 'RECHECK' || kind === 'LOOK_BACK').map(({ id }) => id);
  return [
    ...inspections.map((id) => ({ name: `inspection ${id}`, ask: () => call('inspection', 'getInspection', { path: { id } }) })),
    ...rechecks.map((id) => ({ name: `recheck ${id}`, ask: () => call('inspection', 'getRecheck', { path: { id } }) })),
  ].slice(0, AHEAD);
}

interface OneProps {
  id: string;
  place: FormPlace;
}

function OneInspection({ id, place, address, go }: OneProps & { address: URLSearchParams; go: (address: Record<string, string>) => void }) {
  const say = useWords(words);
  const asked = useSeen(place.owner, `inspection ${id}`, 'inspection', 'getInspection', { path: { id } });
  const inspection = asked.data?.answer;
  const stop = inspection?.stops.find(({ number }) => String(number) === address.get('stop'));
  if (!inspection) {
    return (
      <Phone {...place} title={say('title')}>
        <Loaded asked={asked}>{() => null}</Loaded>
      </Phone>
    );
  }
  switch (address.get('do')) {
    case 'visit':
      return stop && <Visit inspection={inspection} stop={stop} place={place} />;
    case 'skip':
      return stop && <Skip inspection={inspection} stop={stop} place={place} />;
    case 'finding':
      return stop && <Finding key={address.get('n')} inspection={inspection} stop={stop} place={place} n={address.get('n') ?? ''} />;
    case 'conclude':
      return <Conclude inspection={inspection} place={place} />;
    default:
      return <InspectionView inspection={inspection} stop={stop} place={place} go={go} />;
  }
}

function OneRecheck({ id, place }: OneProps) {
  const say = useWords(words);
  const asked = useSeen(place.owner, `recheck ${id}`, 'inspection', 'getRecheck', { path: { id } });
  const recheck = asked.data?.answer;
  if (recheck?.allowedActions.includes('GIVE_OUTCOME')) {
    return <RecheckForm recheck={recheck} place={place} />;
  }
  return (
    <Phone {...place} title={say('recheck')}>
      <Loaded asked={asked}>{(known) => <Alert type="info" showIcon title={say(known.answer.held ? 'held' : 'takenOver')} />}</Loaded>
    </Phone>
  );
}
