import { BigText, Drafting, fits, type FormPlace } from '../offline/form';
import { PhotoTaker } from '../offline/PhotoTaker';
import { words as phoneWords } from '../offline/words';
import { NamedSelect } from '../parts/names';
import { useWords } from '../words';
import { Arrival } from './Arrival';
import { inspectionChain, isOpen, pendingIn, type Inspection, type Stop } from './tasks';
import { words } from './words';

interface Props {
  inspection: Inspection;
  stop: Stop;
  place: FormPlace;
}

const INSPECTION = 'inspection' as const;

function about(inspection: Inspection, stop: Stop, act: string) {
  return {
    slot: `inspection=${inspection.id}&stop=${stop.number}&do=${act}`,
    chain: inspectionChain(inspection.id),
    service: INSPECTION,
    path: { id: inspection.id, n: stop.number },
  };
}

/** The inspectors came to a stop. */
export function Visit({ inspection, stop, place }: Props) {
  const say = useWords(words);
  return (
    <Drafting
      place={place}
      title={`${say('arriveAt')} · ${stop.place}`}
      spec={{ ...about(inspection, stop, 'visit'), title: `${say('arriveAt')} · ${stop.place}`, operation: 'visitStop' }}
      missing={({ body }) => [
        ...(body.arrivedAt ? [] : [say('arrivalMissing')]),
        ...(fits(INSPECTION, 'visitStop', body, 'note', false) ? [] : [say('note')]),
      ]}
    >
      {(form) => (
        <>
          <Arrival told={form.body} set={(told) => form.set(told)} />
          <BigText service={INSPECTION} operation="visitStop" form={form} field="note" name={say('note')} optional />
        </>
      )}
    </Drafting>
  );
}

/** A stop is left out. */
export function Skip({ inspection, stop, place }: Props) {
  const say = useWords(words);
  return (
    <Drafting
      place={place}
      title={`${say('skip')} · ${stop.place}`}
      spec={{ ...about(inspection, stop, 'skip'), title: `${say('skip')} · ${stop.place}`, operation: 'skipStop' }}
      missing={({ body }) => (fits(INSPECTION, 'skipStop', body, 'reason', true) ? [] : [say('skipReason')])}
    >
      {(form) => <BigText service={INSPECTION} operation="skipStop" form={form} field="reason" name={say('skipReason')} />}
    </Drafting>
  );
}

/** A defect found at a stop, with photos; it becomes a problem on the ledger. */
export function Finding({ inspection, stop, place, n }: Props & { n: string }) {
  const say = useWords(words);
  const phone = useWords(phoneWords);
  const to = { service: INSPECTION, operation: 'reportFinding' } as const;
  return (
    <Drafting
      place={place}
      title={`${say('finding')} · ${stop.place}`}
      spec={{ ...about(inspection, stop, `finding&n=${n}`), title: `${say('finding')} · ${stop.place}`, ...to, path: { id: inspection.id }, body: { stop: stop.number } }}
      missing={({ body, photos }) => [
        ...(photos.length > 0 ? [] : [phone('atLeastOnePhoto')]),
        ...(fits(to.service, to.operation, body, 'title', true) ? [] : [say('findingTitle')]),
        ...(fits(to.service, to.operation, body, 'description', true) ? [] : [say('description')]),
      ]}
      // Found when it was begun to be written down, not when there was a network.
      beforeSend={async ({ set, draft }) => set({ foundAt: draft.begunAt })}
    >
      {(form) => (
        <>
          <PhotoTaker name={say('photos')} fields={['attachmentIds']} photos={form.photos} most={20} add={form.addPhoto} drop={form.dropPhoto} />
          <BigText {...to} form={form} field="title" name={say('findingTitle')} rows={1} />
          <BigText {...to} form={form} field="description" name={say('description')} hint={phone('voice')} />
          <div className="phone-field">
            <label htmlFor="phone-category">
              {say('category')}
              <span className="hint">{phone('optional')}</span>
            </label>
            <NamedSelect id="phone-category" kind="category" value={form.body.categoryCode ?? undefined} onChange={(chosen) => form.set({ categoryCode: typeof chosen === 'string' ? chosen : undefined })} />
            <div className="hint">{say('suggested')}</div>
          </div>
        </>
      )}
    </Drafting>
  );
}

/** Sums it up, with why stops were left out. */
export function Conclude({ inspection, place }: Omit<Props, 'stop'>) {
  const say = useWords(words);
  const pending = pendingIn(place.drafts, inspectionChain(inspection.id)).filter(({ operation }) => operation !== 'concludeInspection');
  const open = inspection.stops.filter((stop) => isOpen(stop, pending));
  const to = { service: INSPECTION, operation: 'concludeInspection' } as const;
  return (
    <Drafting
      place={place}
      title={say('conclude')}
      spec={{ slot: `inspection=${inspection.id}&do=conclude`, chain: inspectionChain(inspection.id), title: say('conclude'), ...to, path: { id: inspection.id } }}
      missing={({ body }) => [
        ...(fits(to.service, to.operation, body, 'summary', true) ? [] : [say('summary')]),
        ...open.filter(({ number }) => !body.unvisited?.find(({ stop }) => stop === number)?.reason.trim()).map(({ number }) => say('unvisited', { n: number })),
      ]}
      // Of stops that were settled meanwhile no reason is told.
      beforeSend={async ({ body, set }) => set({ unvisited: body.unvisited?.filter(({ stop }) => open.some(({ number }) => number === stop)) })}
    >
      {(form) => (
        <>
          {pending.length > 0 && <p>{say('openDrafts', { count: pending.length })}</p>}
          <BigText {...to} form={form} field="summary" name={say('summary')} rows={5} />
          {open.map(({ number, place: where }) => (
            <div key={number} className="phone-field">
              <label htmlFor={`phone-unvisited-${number}`}>{say('unvisited', { n: number })}</label>
              <input
                id={`phone-unvisited-${number}`}
                maxLength={500}
                value={form.body.unvisited?.find(({ stop }) => stop === number)?.reason ?? ''}
                onChange={(event) =>
                  form.set({ unvisited: [...(form.body.unvisited ?? []).filter(({ stop }) => stop !== number), { stop: number, reason: event.target.value }] })
                }
              />
              <div className="hint">{where}</div>
            </div>
          ))}
        </>
      )}
    </Drafting>
  );
}
