import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Choices } from '../choices';
import { Field, Refusal } from '../Field';
import { answered, intake, problemIn, type Problem, type Schemas } from '../intake';
import { useSay } from '../language';
import { day } from '../moments';
import { Tracked } from './Tracked';
import { forgetCode, rememberedCodes } from './remembered';

/** As the service makes them. */
const CODE = /^[A-Z0-9]{20}$/;

/** How far a complaint is, by its code. */
export function FollowView({ opened, choices }: { opened?: string; choices: Choices }) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(opened !== undefined);
  const [tracked, setTracked] = useState<Schemas['TrackedComplaint']>();
  const [codes, setCodes] = useState(rememberedCodes);
  const begun = useRef(false);

  const lookUp = async (code: string) => {
    setBusy(true);
    setProblem(null);
    setFault(undefined);
    try {
      setTracked(await answered(intake().GET('/api/v1/public/complaints/{trackingCode}', { params: { path: { trackingCode: code } } })));
      setTyped('');
    } catch (thrown) {
      const told = problemIn(thrown);
      if (told.code === 'tracking-code-unknown') {
        setFault(say('notFound'));
      } else {
        setProblem(told);
      }
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    if (opened && !begun.current) {
      begun.current = true;
      void lookUp(opened);
    }
  });

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const code = typed.replace(/[\s-]/g, '').toUpperCase();
    if (CODE.test(code)) {
      void lookUp(code);
    } else {
      setFault(say('codeWrong'));
      document.getElementById('code')?.focus();
    }
  };
  const forget = (trackingCode: string) => {
    forgetCode(trackingCode);
    setCodes(rememberedCodes());
  };

  if (tracked) {
    const another = () => {
      setTracked(undefined);
      setCodes(rememberedCodes());
    };
    return <Tracked tracked={tracked} choices={choices} onChange={setTracked} onAnother={another} />;
  }
  return (
    <>
      <h1>{say('followTitle')}</h1>
      <form onSubmit={onSubmit} noValidate>
        <p>{say('followIntro')}</p>
        <Field id="code" label={say('codeInput')} required hint={say('codeHint')} error={fault}>
          {(described) => (
            <input
              {...described}
              className="typed-code"
              value={typed}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
        {problem && <Refusal problem={problem} />}
        <button type="submit" className="main wide" disabled={busy}>
          {say(busy ? 'lookingUp' : 'lookUp')}
        </button>
      </form>
      {codes.length > 0 && (
        <section aria-labelledby="remembered-title">
          <h2 id="remembered-title">{say('rememberedTitle')}</h2>
          <ul className="remembered">
            {codes.map(({ serial, trackingCode, receivedAt }) => (
              <li key={trackingCode}>
                <button type="button" className="grow" onClick={() => void lookUp(trackingCode)} disabled={busy}>
                  {say('rememberedLine', { serial, date: day(receivedAt) })}
                </button>
                <button type="button" aria-label={say('forget', { serial })} onClick={() => forget(trackingCode)}>
                  ✕
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
