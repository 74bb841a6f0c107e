import { Alert, Button, Empty, Result, Spin } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { ProblemError, type Problem } from '../api/problem';
import type { Asked } from '../api/use';
import { label, transition, useFrameWords } from '../words';

interface FailureProps {
  error: Error;
  retry?: () => void;
  /** It is being tried again. */
  trying?: boolean;
}

/** A "no" in the reader's language, with the number by which its trace is found. */
export function Failure({ error, retry, trying }: FailureProps) {
  const say = useFrameWords();
  const nameOfField = useFieldName();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const ours = useOurs();
  if (error instanceof ProblemError && error.isForbidden && retry) {
    return <Result status="403" title={<Headed>{say('noPermission')}</Headed>} subTitle={error.problem.detail ?? say('noPermissionHint')} />;
  }
  if (error instanceof ProblemError && error.isMissing && retry) {
    return <Result status="404" title={<Headed>{say('noRecord')}</Headed>} subTitle={say('noRecordHint')} extra={<Home />} />;
  }
  const title = <Headed>{(problem && ours[problem.code]) || problem?.title || say('failed')}</Headed>;
  return (
    <Alert
      type="error"
      showIcon
      title={title}
      description={
        <>
          {problem ? !(problem.code in ours) && <Detail problem={problem} /> : error.message}
          {problem?.errors?.map((fault, index) => (
            <div key={index}>
              {nameOfField(fault.field)}: {fault.message}
            </div>
          ))}
          {problem?.traceId && (
            <div>
              {say('trace')} <code>{problem.traceId}</code>
            </div>
          )}
        </>
      }
      action={
        retry && (
          <Button onClick={retry} loading={trying}>
            {say('retry')}
          </Button>
        )
      }
    />
  );
}

/** What the services do not say themselves, by its code. */
function useOurs(): Record<string, string> {
  const say = useFrameWords();
  return { unreachable: say('unreachable'), 'idempotency-key-reused': say('earlier'), 'request-in-progress': say('underWay') };
}

/** A "no" in one line, where there is room for no more. */
export function useErrorText(): (error: Error) => string {
  const say = useFrameWords();
  const ours = useOurs();
  return (error) => {
    const problem = error instanceof ProblemError ? error.problem : undefined;
    const text = (problem && (ours[problem.code] ?? problem.title)) || say('failed');
    return problem?.traceId ? `${text} · ${say('trace')} ${problem.traceId}` : text;
  };
}

/** Why, in words: of a step that the state does not allow, the names of both. */
function Detail({ problem }: { problem: Problem }) {
  const say = useFrameWords();
  if (problem.errors?.length) {
    // Its detail says how many there are; here they follow one by one.
    return null;
  }
  if (problem.code !== 'illegal-transition' || !problem.currentStatus) {
    return problem.detail;
  }
  const { status, action } = transition(problem.currentStatus, problem.requestedAction ?? '');
  return status && (action ? say('notNow', { status, action }) : say('notInState', { status }));
}

/** A title that is the heading of the page where it has no other, since it could not be shown. */
export function Headed({ children }: { children: ReactNode }) {
  const [first, setFirst] = useState(false);
  const look = useCallback((element: HTMLElement | null) => {
    if (element) {
      setFirst([...document.querySelectorAll('h1')].every((heading) => heading === element));
    }
  }, []);
  const Heading = first ? 'h1' : 'span';
  return (
    <Heading ref={look} className="headed">
      {children}
    </Heading>
  );
}

export function Home() {
  const say = useFrameWords();
  return (
    <Link to="/">
      <Button type="primary">{say('home')}</Button>
    </Link>
  );
}

/** `items[2].leadUnitCode` as people say it. */
function useFieldName(): (field: string) => string {
  const say = useFrameWords();
  return (field) =>
    field
      .split(/[.[\]]+/)
      .filter(Boolean)
      .map((part) => (/^\d+$/.test(part) ? say('nth', { number: Number(part) + 1 }) : label('dispatch', undefined, part)))
      .join(' ');
}

/** What was asked for, or why it is not there yet. */
export function Loaded<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  const say = useFrameWords();
  if (asked.data !== undefined) {
    return <>{children(asked.data)}</>;
  }
  if (asked.error) {
    return <Failure error={asked.error} retry={() => void asked.refetch()} trying={asked.isFetching} />;
  }
  return (
    <div role="status" aria-label={say('loading')} style={{ padding: 48, textAlign: 'center' }}>
      <Spin size="large" />
    </div>
  );
}

/**
 * A part of a page that is there only where it has something to show. That it could not be had is said; that the reader
 * may not see it is not.
 */
export function Beside<T>({ asked, children }: { asked: Asked<T>; children?: (data: T) => ReactNode }) {
  if (asked.data !== undefined) {
    return <>{children?.(asked.data)}</>;
  }
  const hidden = asked.error instanceof ProblemError && asked.error.isForbidden;
  return asked.error && !hidden ? <Failure error={asked.error} retry={() => void asked.refetch()} trying={asked.isFetching} /> : null;
}

export function Nothing({ text, children }: { text?: string; children?: ReactNode }) {
  const say = useFrameWords();
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text ?? say('empty')}>
      {children}
    </Empty>
  );
}
