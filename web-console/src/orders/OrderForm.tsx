import { DeleteOutlined } from '@ant-design/icons';
import { App, Button, Flex, Form, Space, Typography } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Body } from '../api/client';
import { ProblemError } from '../api/problem';
import { bodyOf, shapesOf } from '../api/shapes';
import { useAct, useVersion } from '../api/use';
import { FormFields, showFaults, typedFrom, valuesOf } from '../parts/form';
import { Section } from '../parts/Detail';
import { Failure } from '../parts/states';
import { useFrameWords, useWords } from '../words';
import { ChooseItems } from './ChooseItems';
import { words } from './words';

export type OrderBody = Body<'dispatch', 'issueOrder'>;
type LineBody = OrderBody['items'][number];

/** A problem on the order, with what it is called. */
export interface Line extends LineBody {
  name: string;
}

interface Props {
  title: string;
  head: Partial<Omit<OrderBody, 'items'>>;
  lines: Line[];
  /** The draft that is changed; a new order otherwise. */
  draft?: { id: string; version: number };
}

const HEAD = ['kind', 'leadUnitCode', 'jointUnitCodes', 'urgency', 'basisKind', 'basis', 'basisReference', 'basisOn', 'signer'];
const LINE = ['deadlineClass', 'responsiblePerson', 'demand'];

/** Draws up an order: saved as a draft that the special team alone sees, or issued at once. */
export function OrderForm({ title, head, lines, draft }: Props) {
  const say = useWords(words);
  const common = useFrameWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm();
  const [failure, setFailure] = useState<Error>();
  const create = useAct('dispatch', 'issueOrder');
  const replace = useAct('dispatch', 'replaceOrderDraft');
  const issue = useAct('dispatch', 'issueOrderDraft');
  const version = useVersion(draft?.version);
  const asDraft = useRef(true);
  const { name: object, shapes } = bodyOf('dispatch', 'issueOrder');
  const busy = create.isPending || replace.isPending || issue.isPending;

  const send = async (typed: Record<string, unknown>) => {
    const rows = (typed.items ?? []) as Line[];
    const lineShapes = shapesOf('dispatch', 'NewOrderItem');
    const items = rows.map((row) => valuesOf(lineShapes, { problemId: row.problemId, deadlineClass: row.deadlineClass, responsiblePerson: row.responsiblePerson, demand: row.demand }, 'dispatch'));
    const body = { ...valuesOf(shapes, { ...typed, items: undefined }, 'dispatch'), items } as unknown as OrderBody;
    try {
      const order = draft
        ? await saveDraft({ ...body, draft: true })
        : await create.mutateAsync({ body: { ...body, draft: asDraft.current } });
      message.success(asDraft.current ? say('saved') : say('issued', { serial: order.serial ?? '' }));
      void navigate(`/orders/${order.id}`);
    } catch (error) {
      version.refused(error);
      setFailure(error instanceof ProblemError && showFaults(form, error.problem) ? undefined : (error as Error));
    }
  };

  const saveDraft = async (body: OrderBody) => {
    const path = { id: draft?.id ?? '' };
    const saved = await replace.mutateAsync({ path, version: version.take(), body });
    version.saved(saved.version);
    return asDraft.current ? saved : issue.mutateAsync({ path, version: saved.version });
  };

  const submit = (onlyDraft: boolean) => {
    asDraft.current = onlyDraft;
    form.submit();
  };

  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 20, marginTop: 0 }}>
        {title}
      </Typography.Title>
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError
        initialValues={{ ...typedFrom(shapes, head, 'dispatch'), items: lines }}
        onValuesChange={() => {
            }}
        onFinish={(typed: Record<string, unknown>) => void send(typed)}
      >
        <Section title={say('head')}>
          <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))', gap: '0 16px' }}>
            <FormFields service="dispatch" object={object} shapes={shapes} only={HEAD} changes={{ kind: { codes: ['SPECIAL', 'BULLETIN'] } }} />
          </div>
        </Section>
        <Section title={say('items')}>
          <Form.List name="items" rules={[{ validator: (_, rows?: Line[]) => (rows?.length ? Promise.resolve() : Promise.reject(new Error(say('noItems')))) }]}>
            {(rows, { add, remove }, { errors }) => (
              <>
                {rows.map((row) => (
                  <div key={row.key} style={{ borderBottom: '1px solid #f0f0f0', marginBottom: 12 }}>
                    <Flex justify="space-between" align="start" gap={8}>
                      <Form.Item name={[row.name, 'problemId']} style={{ marginBottom: 8 }}>
                        <ItemName name={(form.getFieldValue(['items', row.name, 'name']) as string | undefined) ?? ''} />
                      </Form.Item>
                      <Button icon={<DeleteOutlined />} type="text" aria-label={common('remove')} onClick={() => remove(row.name)} />
                    </Flex>
                    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))', gap: '0 16px' }}>
                      <FormFields service="dispatch" object="NewOrderItem" shapes={shapesOf('dispatch', 'NewOrderItem')} only={LINE} at={[row.name]} />
                    </div>
                  </div>
                ))}
                <Form.ErrorList errors={errors} />
                <ChooseItems
                  taken={((form.getFieldValue('items') ?? []) as Line[]).map((line) => line.problemId)}
                  choose={(chosen) => chosen.forEach((line) => add(line))}
                />
              </>
            )}
          </Form.List>
        </Section>
        {failure instanceof ProblemError && failure.isCrossed && <p role="alert">{common('crossed')}</p>}
        {failure && <Failure error={failure} />}
        <Space wrap style={{ marginTop: 12 }}>
          <Button loading={busy} onClick={() => submit(true)}>
            {say('saveDraft')}
          </Button>
          <Button type="primary" loading={busy} onClick={() => submit(false)}>
            {say('issueNow')}
          </Button>
        </Space>
      </Form>
    </>
  );
}

/** The problem of a line; what the service has against it stands below. */
function ItemName({ name }: { name: string; value?: string }) {
  return <strong>{name}</strong>;
}
