import { useEffect, useRef } from 'react';
import type { Choices } from '../choices';
import type { Schemas } from '../intake';
import { useLanguage } from '../language';
import { moment } from '../moments';
import { ErasePart } from './ErasePart';
import { FeedbackPart } from './FeedbackPart';

type Status = Schemas['PublicStatus'];
type Tracking = Schemas['TrackedComplaint'];

const WAY: Status[] = ['RECEIVED', 'IN_PROGRESS', 'WRITTEN_OFF'];

interface TrackedProps {
  tracked: Tracking;
  choices: Choices;
  onChange: (tracked: Tracking) => void;
  onAnother: () => void;
}

/** What the code shows. */
export function Tracked({ tracked, choices, onChange, onAnother }: TrackedProps) {
  const { language, say } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const category = choices.categories.find(({ code }) => code === tracked.categoryCode);
  const facts: [string, string | null | undefined][] = [
    [say('serial'), tracked.serial],
    [say('category'), language === 'zh' ? category?.name : category?.englishName],
    [say('receivedAt'), moment(tracked.receivedAt)],
    [say('dueAt'), tracked.status === 'IN_PROGRESS' && tracked.dueAt ? moment(tracked.dueAt) : null],
    [say('writtenOffAt'), tracked.writtenOffAt && moment(tracked.writtenOffAt)],
    [say('tellers'), tracked.complaints > 1 ? say('tellersCount', { count: tracked.complaints }) : null],
  ];
  const ended = tracked.status !== 'RECEIVED' && tracked.status !== 'IN_PROGRESS';
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {say(tracked.status)}
      </h1>
      <p>{say(`${tracked.status}_hint`)}</p>
      <Steps status={tracked.status} />
      <dl>
        {facts.map(([name, value]) => value && <Fact key={name} name={name} value={value} />)}
      </dl>
      <section aria-labelledby="note-title">
        <h2 id="note-title">{say('note')}</h2>
        <p className="note">{tracked.note ?? say('noNote')}</p>
      </section>
      {tracked.feedback && <FeedbackPart tracked={tracked} onChange={onChange} />}
      {ended && <ErasePart trackingCode={tracked.trackingCode} />}
      <button type="button" className="wide" onClick={onAnother}>
        {say('otherCode')}
      </button>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The way through; what ended otherwise ends after its first step. */
function Steps({ status }: { status: Status }) {
  const { say } = useLanguage();
  const steps: Status[] = WAY.includes(status) ? WAY : ['RECEIVED', status];
  const at = steps.indexOf(status);
  return (
    <ol className="steps" aria-label={say('progress')}>
      {steps.map((step, index) => (
        <li key={step} className={index < at ? 'past' : index === at ? 'now' : undefined} aria-current={index === at ? 'step' : undefined}>
          <span aria-hidden="true" className="dot">
            {index < at || (index === at && status === 'WRITTEN_OFF') ? '✓' : index + 1}
          </span>
          {say(step)}
          {index < at && <span className="unseen"> {say('done')}</span>}
        </li>
      ))}
    </ol>
  );
}
