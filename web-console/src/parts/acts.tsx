import { App, Button, Form, Modal } from 'antd';
import { createContext, useContext, useRef, useState, type ReactNode } from 'react';
import { operation, type Answer, type Body, type OperationId, type Request, type Service } from '../api/client';
import { ProblemError } from '../api/problem';
import { bodyOf } from '../api/shapes';
import { useAct, useVersion } from '../api/use';
import { code, useFrameWords } from '../words';
import { FormFields, showFaults, typedFrom, valuesOf, type FieldChanges } from './form';
import { Failure } from './states';

export interface ActSpec<S extends Service, O extends OperationId<S>> {
  service: S;
  operation: O;
  path?: Request<S, O>['path'];
  /** The version that the caller looks at: an act on a newer one is refused, and nothing is lost. */
  version?: Request<S, O>['version'];
  /** What the button and the form are called. */
  title: string;
  fields?: (keyof Body<S, O> & string)[];
  changes?: FieldChanges;
  initial?: Partial<Body<S, O>>;
  /** Sent with what is typed. */
  fixed?: Partial<Body<S, O>>;
  /** A last word on what is sent, where one field follows from others. */
  prepare?: (body: Body<S, O>) => Body<S, O>;
  danger?: boolean;
  /** A sentence above the form: what follows from the act. */
  hint?: ReactNode;
  /** What the button of the form says; "submit" where nothing is said. */
  submit?: string;
  /** The operation that reads what this act does away with. */
  gone?: OperationId<S>;
  /** The form itself shows what came of it. */
  silent?: boolean;
  onDone?: (answer: Answer<S, O>, sent: Body<S, O>) => void;
}

/** Where a button stands among the acts of a record. */
interface ActPlace {
  allowed: boolean;
  hold: (open: boolean) => void;
}
const Place = createContext<ActPlace>({ allowed: true, hold: () => undefined });

/** A button that opens the form of an act, with the bounds of the API; or asks once more where nothing is to be filled in. */
export function ActButton<S extends Service, O extends OperationId<S>>({ primary, small, ...spec }: ActSpec<S, O> & { primary?: boolean; small?: boolean }) {
  const [open, setOpen] = useState(false);
  const place = useContext(Place);
  const turn = (wanted: boolean) => {
    setOpen(wanted);
    place.hold(wanted);
  };
  return (
    <>
      {place.allowed && (
        <Button type={primary ? 'primary' : 'default'} size={small ? 'small' : undefined} danger={spec.danger} onClick={() => turn(true)}>
          {spec.title}
        </Button>
      )}
      {open && <ActDialog {...spec} onClose={() => turn(false)} />}
    </>
  );
}

export function ActDialog<S extends Service, O extends OperationId<S>>({ onClose, ...spec }: ActSpec<S, O> & { onClose: () => void }) {
  const say = useFrameWords();
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const act = useAct(spec.service, spec.operation, spec.gone);
  const [failure, setFailure] = useState<Error>();
  const version = useVersion(spec.version);
  const busy = useRef(false);
  const body = operation(spec.service, spec.operation).body ? bodyOf(spec.service, spec.operation) : undefined;
  const fields = spec.fields ?? (body ? Object.keys(body.shapes) : []);

  const submit = async (typed: Record<string, unknown>) => {
    const filled = body ? ({ ...valuesOf(body.shapes, typed, spec.service), ...spec.fixed } as Body<S, O>) : undefined;
    const values = filled && spec.prepare ? spec.prepare(filled) : filled;
    if (busy.current) {
      return;
    }
    busy.current = true;
    try {
      const answer = await act.mutateAsync({
        path: spec.path,
        version: version.take(),
        body: values,
      });
      if (!spec.silent) {
        message.success(`${spec.title} · ${say('done')}`);
      }
      onClose();
      spec.onDone?.(answer, values as Body<S, O>);
    } catch (error) {
      version.refused(error);
      setFailure(error instanceof ProblemError && showFaults(form, error.problem) ? undefined : (error as Error));
    } finally {
      busy.current = false;
    }
  };

  return (
    <Modal
      open
      title={spec.title}
      okText={spec.submit ?? say('submit')}
      cancelText={say('cancel')}
      okButtonProps={{ danger: spec.danger, loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      width={640}
    >
      {spec.hint && <p>{spec.hint}</p>}
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError
        style={{ marginTop: 12 }}
        initialValues={body && spec.initial ? typedFrom(body.shapes, spec.initial as Record<string, unknown>, spec.service) : undefined}
        onFinish={(typed: Record<string, unknown>) => void submit(typed)}
      >
        {body && <FormFields service={spec.service} object={body.name} shapes={body.shapes} only={fields} changes={spec.changes} />}
      </Form>
      {failure && (
        <div ref={showIt}>
          {failure instanceof ProblemError && failure.isCrossed && (
            <p role="alert">
              <strong>{say('crossed')}</strong>
            </p>
          )}
          <Failure error={failure} />
        </div>
      )}
    </Modal>
  );
}

/** A long form must not hide the answer. */
function showIt(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' });
}

type ActForms = Partial<Record<string, (title: string, first: boolean) => ReactNode>>;

/**
 * What may be done with a record, exactly as the service says: a button for each of its `allowedActions`. A form that is
 * open stays when somebody else has meanwhile done what it is for: whoever fills it in is told by the service, and
 * loses nothing.
 */
export function Acts({ lifecycle, allowed, forms }: { lifecycle: string; allowed: string[]; forms: ActForms }) {
  const [held, setHeld] = useState<{ action: string; form: ReactNode }>();
  const known = Object.keys(forms).filter((action) => allowed.includes(action) || held?.action === action);
  const first = known.find((action) => allowed.includes(action));
  const formOf = (action: string) => forms[action]?.(code(lifecycle, action), action === first);
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      {known.map((action) => {
        const now = allowed.includes(action);
        const place = { allowed: now, hold: (open: boolean) => setHeld(open ? { action, form: formOf(action) } : undefined) };
        return (
          <Place key={action} value={place}>
            {now ? formOf(action) : held?.form}
          </Place>
        );
      })}
    </div>
  );
}
