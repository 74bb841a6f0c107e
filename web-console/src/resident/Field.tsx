import { useEffect, useRef, type ReactNode } from 'react';
import type { Problem } from './intake';
import { useSay } from './language';

/** What ties a control to its hint and its fault. */
export interface Described {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface FieldProps {
  id: string;
  label: string;
  required?: boolean;
  hint?: string;
  error?: string;
  children: (described: Described) => ReactNode;
}

/** A control with its label, hint and fault. */
export function Field({ id, label, required = false, hint, error, children }: FieldProps) {
  const say = useSay();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>
        {label} <span className="aside">{say(required ? 'required' : 'optional')}</span>
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, ...(described && { 'aria-describedby': described }), ...(error && { 'aria-invalid': true }) })}
      {error && <Fault id={`${id}-error`}>{error}</Fault>}
    </div>
  );
}

export function Fault({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="fault" id={id}>
      {children}
    </p>
  );
}

/** A "no" to the whole of what was asked. */
export function Refusal({ problem, also }: { problem: Problem; also?: string }) {
  const say = useSay();
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    shown.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  const words = problem.status === 0 ? say('unreachable') : [problem.title, problem.detail].filter(Boolean).join('：');
  return (
    <div className="notice bad" role="alert" ref={shown}>
      <p>{words}</p>
      {problem.retryAfter && <p>{say('waitSeconds', { seconds: problem.retryAfter })}</p>}
      {also && <p>{also}</p>}
      {problem.status >= 500 && problem.traceId && <p className="hint">{say('trace', { id: problem.traceId })}</p>}
    </div>
  );
}
