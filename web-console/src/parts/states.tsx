import { Alert, Button, Empty, Result, Spin } from 'antd';
import type { ReactNode } from 'react';
import { ProblemError } from '../api/problem';
import { label, useFrameWords } from '../words';

/** A "no" in the reader's language, with the number by which its trace is found. */
export function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  const say = useFrameWords();
  const nameOfField = useFieldName();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  if (problem?.status === 403 && retry) {
    return <Result status="403" title={say('noPermission')} subTitle={problem.detail ?? say('noPermissionHint')} />;
  }
  const title = problem?.code === 'unreachable' ? say('unreachable') : problem?.title || say('failed');
  return (
    <Alert
      type="error"
      showIcon
      title={title}
      description={
        <>
          {problem ? problem.detail : error.message}
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
      action={retry && <Button onClick={retry}>{say('retry')}</Button>}
    />
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

interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  isPending: boolean;
  refetch: () => unknown;
}

/** What was asked for, or why it is not there yet. */
export function Loaded<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  const say = useFrameWords();
  if (asked.data !== undefined) {
    return <>{children(asked.data)}</>;
  }
  if (asked.error) {
    return <Failure error={asked.error} retry={() => void asked.refetch()} />;
  }
  return (
    <div role="status" aria-label={say('loading')} style={{ padding: 48, textAlign: 'center' }}>
      <Spin size="large" />
    </div>
  );
}

export function Nothing({ text, children }: { text?: string; children?: ReactNode }) {
  const say = useFrameWords();
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text ?? say('empty')}>
      {children}
    </Empty>
  );
}
