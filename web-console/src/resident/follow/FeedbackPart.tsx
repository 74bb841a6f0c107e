import { useState, type FormEvent } from 'react';
import { Fault, Field, Refusal } from '../Field';
import { answered, intake, length, problemIn, randomKey, type Problem, type Schemas } from '../intake';
import { useSay } from '../language';
import { Choice } from '../send/ReporterFields';

const MOST_OF_COMMENT = 500;
const MARKS = [5, 4, 3, 2, 1] as const;

interface FeedbackPartProps {
  tracked: Schemas['TrackedComplaint'];
  onChange: (tracked: Schemas['TrackedComplaint']) => void;
}

/** What the reporter says of the end, once. */
export function FeedbackPart({ tracked, onChange }: FeedbackPartProps) {
  const say = useSay();
  return (
    <section aria-labelledby="feedback-title">
      <h2 id="feedback-title">{say('feedbackTitle')}</h2>
      {tracked.feedback === 'OPEN' && <FeedbackForm tracked={tracked} onChange={onChange} />}
      {tracked.feedback === 'GIVEN' && <p role="status">{say('feedbackGiven')}</p>}
      {tracked.feedback === 'CLOSED' && <p>{say('feedbackClosed')}</p>}
    </section>
  );
}

function FeedbackForm({ tracked, onChange }: FeedbackPartProps) {
  const say = useSay();
  const [resolved, setResolved] = useState<boolean>();
  const [satisfaction, setSatisfaction] = useState<number>();
  const [comment, setComment] = useState('');
  const [checked, setChecked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  // One for all attempts; a changed form after a cut is refused as given, which is true.
  const [key] = useState(randomKey);
  const count = length(comment.trim());

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (resolved === undefined || satisfaction === undefined || count > MOST_OF_COMMENT) {
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      onChange(
        await answered(
          intake().POST('/api/v1/public/complaints/{trackingCode}/feedback', {
            params: { path: { trackingCode: tracked.trackingCode }, header: { 'Idempotency-Key': key } },
            body: { resolved, satisfaction, comment: comment.trim() || null },
          }),
        ),
      );
    } catch (thrown) {
      setProblem(problemIn(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <p>{say('feedbackIntro')}</p>
      <fieldset>
        <legend>{say('resolvedLabel')}</legend>
        <Choice name="resolved" label={say('resolvedYes')} checked={resolved === true} choose={() => setResolved(true)} />
        <Choice name="resolved" label={say('resolvedNo')} hint={say('resolvedNoHint')} checked={resolved === false} choose={() => setResolved(false)} />
        {checked && resolved === undefined && <Fault id="resolved-error">{say('resolvedMissing')}</Fault>}
      </fieldset>
      <fieldset>
        <legend>{say('satisfactionLabel')}</legend>
        {MARKS.map((mark) => (
          <Choice key={mark} name="satisfaction" label={say(`satisfaction${mark}`)} checked={satisfaction === mark} choose={() => setSatisfaction(mark)} />
        ))}
        {checked && satisfaction === undefined && <Fault id="satisfaction-error">{say('satisfactionMissing')}</Fault>}
      </fieldset>
      <Field
        id="comment"
        label={say('commentLabel')}
        error={count > MOST_OF_COMMENT ? say('commentLong', { most: MOST_OF_COMMENT, count }) : undefined}
      >
        {(described) => <textarea {...described} rows={3} value={comment} onChange={({ target }) => setComment(target.value)} />}
      </Field>
      {problem && <Refusal problem={problem} />}
      <button type="submit" className="main wide" disabled={busy}>
        {say(busy ? 'submitting' : 'sendFeedback')}
      </button>
    </form>
  );
}
