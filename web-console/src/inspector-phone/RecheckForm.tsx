import { Alert } from 'antd';
import { BigText, Drafting, fits, type DraftForm, type FormPlace } from '../offline/form';
import { PhotoTaker } from '../offline/PhotoTaker';
import { moment } from '../parts/moments';
import { CodeTag } from '../parts/show';
import { shapesOf } from '../api/shapes';
import { choices, code, useWords } from '../words';
import { Arrival } from './Arrival';
import { recheckChain, type Recheck } from './tasks';
import { words } from './words';

const TO = { service: 'inspection', operation: 'giveRecheckOutcome' } as const;
const EVIDENCE = ['PHOTO', 'POSITION', 'QUIET_TIME'] as const;
type Form = DraftForm<'inspection', 'giveRecheckOutcome'>;
type Evidence = (typeof EVIDENCE)[number];

/** Whether a re-check has what a write-off asks for. */
function has(evidence: Evidence, recheck: Recheck, { body, photos }: Form): boolean {
  switch (evidence) {
    case 'PHOTO':
      return photos.length > 0;
    case 'POSITION':
      return typeof body.longitude === 'number';
    case 'QUIET_TIME':
      return recheck.advisedFrom === null || (body.arrivedAt ? body.arrivedAt >= recheck.advisedFrom : false);
  }
}

/** What it cannot pass without: required, not given, and waived by nobody. */
function lacking(recheck: Recheck, form: Form): Evidence[] {
  const waived = recheck.waivers.map(({ evidence }) => evidence);
  return recheck.requiredEvidence.filter((evidence) => !waived.includes(evidence) && !has(evidence, recheck, form));
}

/** Looked at on the spot: arrival, photos, outcome. */
export function RecheckForm({ recheck, place }: { recheck: Recheck; place: FormPlace }) {
  const say = useWords(words);
  // After the write-off it holds or it does not; what was put right in part was written off as a whole.
  const later = recheck.kind !== 'AFTER_REPLY';
  const outcomes = choices(shapesOf('inspection', 'OutcomeReport').outcome).filter(({ value }) => !later || ['PASSED', 'RELAPSED', 'CANNOT_VERIFY'].includes(value));

  const missing = (form: Form) => [
    ...(form.body.arrivedAt ? [] : [say('arrivalMissing')]),
    ...(form.body.outcome ? [] : [say('outcomeMissing')]),
    ...(fits(TO.service, TO.operation, form.body, 'note', Boolean(form.body.outcome) && form.body.outcome !== 'PASSED') ? [] : [say('noteMissing')]),
    ...(form.body.outcome === 'PASSED' ? lacking(recheck, form).map((evidence) => say('lacks', { what: code('Evidence', evidence) })) : []),
  ];

  return (
    <Drafting
      place={place}
      title={`${code('RecheckKind', recheck.kind)} · ${recheck.title}`}
      spec={{ slot: `recheck=${recheck.id}`, chain: recheckChain(recheck.id), title: recheck.title, ...TO, path: { id: recheck.id } }}
      missing={missing}
    >
      {(form) => (
        <>
          <About recheck={recheck} />
          <Arrival told={form.body} set={(told) => form.set(told)} />
          <PhotoTaker name={say('photos')} fields={['attachmentIds']} photos={form.photos} most={20} add={form.addPhoto} drop={form.dropPhoto} />
          <fieldset className="phone-field">
            <legend>{say('outcome')}</legend>
            <div className="phone-choices">
              {outcomes.map(({ value, label }) => (
                <label key={value}>
                  <input type="radio" name="outcome" checked={form.body.outcome === value} onChange={() => form.set({ outcome: value as Form['body']['outcome'] })} />
                  {label}
                </label>
              ))}
            </div>
          </fieldset>
          {!later && <EvidenceTable recheck={recheck} form={form} />}
          <BigText {...TO} form={form} field="note" name={say('recheckNote')} optional={form.body.outcome === 'PASSED'} hint={say('noteHint')} />
        </>
      )}
    </Drafting>
  );
}

function EvidenceTable({ recheck, form }: { recheck: Recheck; form: Form }) {
  const say = useWords(words);
  const waived = recheck.waivers.map(({ evidence }) => evidence);
  return (
    <div className="phone-field" role="group" aria-label={say('evidence')}>
      <span className="name">{say('evidence')}</span>
      {EVIDENCE.map((evidence) => {
        const there = has(evidence, recheck, form);
        const required = recheck.requiredEvidence.includes(evidence) && !waived.includes(evidence);
        return (
          <div key={evidence} style={{ display: 'flex', gap: 8, padding: '6px 0', color: there ? '#237804' : required ? '#a8071a' : '#595959' }}>
            <strong style={{ minWidth: 44 }}>{say(there ? 'there' : 'lacking')}</strong>
            <span>
              {code('Evidence', evidence)}（{say(waived.includes(evidence) ? 'evidenceWaived' : required ? 'evidenceRequired' : 'evidenceAdvised')}）
            </span>
          </div>
        );
      })}
    </div>
  );
}

function About({ recheck }: { recheck: Recheck }) {
  const say = useWords(words);
  const facts = [
    [say('place'), recheck.place?.address],
    [say('unit'), recheck.leadUnit?.name],
    [say('serial'), recheck.problemSerial],
    [say('replied'), recheck.repliedAt && moment(recheck.repliedAt)],
    [say('standing'), recheck.standingDemand],
  ] as const;
  return (
    <div className="phone-card">
      <div className="row">
        <CodeTag name="RecheckStatus" value={recheck.status} />
        {recheck.dueAt && <span>{say('due', { at: moment(recheck.dueAt) })}</span>}
        {recheck.overdue && <strong style={{ color: '#a8071a' }}>{say('overdue')}</strong>}
      </div>
      <dl className="phone-facts" style={{ marginTop: 8 }}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
      </dl>
      {recheck.advisedFrom && recheck.advisedFrom !== recheck.repliedAt && <p style={{ marginTop: 8 }}>{say('advised', { at: moment(recheck.advisedFrom) })}</p>}
      {recheck.held && <Alert type="warning" showIcon title={say('held')} />}
    </div>
  );
}
