import { useState } from 'react';
import { Refusal } from '../Field';
import { answered, intake, problemIn, randomKey, type Problem } from '../intake';
import { useSay } from '../language';

/** Takes name and number out of a complaint that has ended. */
export function ErasePart({ trackingCode }: { trackingCode: string }) {
  const say = useSay();
  const [key] = useState(randomKey);
  const [busy, setBusy] = useState(false);
  const [erased, setErased] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const erase = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await answered(
        intake().POST('/api/v1/public/complaints/{trackingCode}/erasure', {
          params: { path: { trackingCode }, header: { 'Idempotency-Key': key } },
        }),
      );
      setErased(true);
    } catch (thrown) {
      setProblem(problemIn(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <details>
      <summary>{say('eraseTitle')}</summary>
      <p>{say('eraseIntro')}</p>
      {problem && <Refusal problem={problem} />}
      {erased ? (
        <p role="status">{say('erased')}</p>
      ) : (
        <button type="button" onClick={() => void erase()} disabled={busy}>
          {say('eraseDo')}
        </button>
      )}
    </details>
  );
}
