import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Modal, Progress } from 'antd';
import { useRef, useState } from 'react';
import { call, type Body, type OperationId, type Request, type Service } from '../api/client';
import { ProblemError } from '../api/problem';
import { bodyOf } from '../api/shapes';
import { refresh } from '../api/use';
import { useFrameWords } from '../words';
import { FormFields, valuesOf, type FieldChanges } from './form';

interface Props<S extends Service, O extends OperationId<S>, R> {
  service: S;
  operation: O;
  title: string;
  /** What was chosen; and of that, what allows the act. */
  rows: R[];
  of: (row: R) => boolean;
  requestOf: (row: R) => Pick<Request<S, O>, 'path' | 'version'>;
  nameOf: (row: R) => string;
  fields: (keyof Body<S, O> & string)[];
  changes?: FieldChanges;
  done: () => void;
}

interface Refusal {
  name: string;
  why: string;
}

/** One act on each of several records, with the same form: how far it is, and at the end who said no and why. */
export function EachAct<S extends Service, O extends OperationId<S>, R>({ service, operation, title, rows, of, requestOf, nameOf, fields, changes, done }: Props<S, O, R>) {
  const say = useFrameWords();
  const client = useQueryClient();
  const [form] = Form.useForm();
  const [taken, setTaken] = useState<R[]>();
  const [tried, setTried] = useState(0);
  const [running, setRunning] = useState(false);
  const begun = useRef(false);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const body = bodyOf(service, operation);
  const allowed = rows.filter(of);
  const ended = taken !== undefined && tried > 0 && tried === taken.length;

  const run = async (typed: Record<string, unknown>) => {
    if (begun.current) {
      return;
    }
    begun.current = true;
    setRunning(true);
    const sent = valuesOf(body.shapes, typed, service) as Body<S, O>;
    const rest = (taken ?? []).slice(tried);
    for (const [index, row] of rest.entries()) {
      try {
        await call(service, operation, { ...requestOf(row), body: sent });
      } catch (error) {
        if (error instanceof ProblemError && error.problem.status === 401) {
          // Goes on from here after the login.
          break;
        }
        setRefusals((all) => [...all, { name: nameOf(row), why: (error as Error).message || say('unreachable') }]);
      }
      setTried(tried + index + 1);
    }
    begun.current = false;
    setRunning(false);
    await refresh(client);
  };

  const close = () => {
    setTaken(undefined);
    if (ended) {
      done();
    }
    setTried(0);
    setRefusals([]);
  };

  return (
    <>
      <Button onClick={() => setTaken(allowed)}>{title}</Button>
      <Modal
        open={taken !== undefined}
        title={title}
        okText={ended ? say('close') : say('submit')}
        cancelText={say('cancel')}
        cancelButtonProps={ended ? { style: { display: 'none' } } : { disabled: running }}
        okButtonProps={{ loading: running, disabled: taken?.length === 0 }}
        onOk={() => (ended ? close() : form.submit())}
        onCancel={close}
        closable={!running}
        mask={{ closable: false }}
      >
        {taken && <p>{taken.length === 0 ? say('eachNone') : say('eachSome', { count: taken.length, left: rows.length - taken.length })}</p>}
        {!ended && (
          <Form form={form} layout="vertical" disabled={running} onFinish={(typed: Record<string, unknown>) => void run(typed)}>
            <FormFields service={service} object={body.name} shapes={body.shapes} only={fields} changes={changes} />
          </Form>
        )}
        {taken && tried > 0 && <Progress percent={Math.round((tried / taken.length) * 100)} format={() => `${tried}/${taken.length}`} />}
        {ended && <Alert role="status" type={refusals.length > 0 ? 'warning' : 'success'} showIcon title={say('eachDone', { done: tried - refusals.length, refused: refusals.length })} />}
        {refusals.map((refusal) => (
          <div key={refusal.name}>
            {refusal.name}: {refusal.why}
          </div>
        ))}
      </Modal>
    </>
  );
}
