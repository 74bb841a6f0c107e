import { Alert, Button, Flex, Table, Typography } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { useAnswer } from '../api/use';
import { ActButton, Acts } from '../parts/acts';
import { Fields } from '../parts/Fields';
import { moment } from '../parts/moments';
import { Papers } from '../parts/Papers';
import { Section } from '../parts/Detail';
import { CodeTag, LightMark, Remaining } from '../parts/show';
import { Loaded } from '../parts/states';
import { useWords } from '../words';
import { Counts, type Order } from './Counts';
import { words } from './words';

/** One order: what it rests on, its items, its paper. */
export default function OrderPage() {
  const { id = '' } = useParams();
  const order = useAnswer('dispatch', 'getOrder', { path: { id } });
  return <Loaded asked={order}>{(known) => <Known order={known} />}</Loaded>;
}

function Known({ order }: { order: Order }) {
  const say = useWords(words);
  const draft = order.draft;
  return (
    <>
      <Link to="/orders">{say('back')}</Link>
      <Flex wrap justify="space-between" gap={8}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: '4px 0 8px' }}>
          {order.serial ?? say('draft')}
        </Typography.Title>
        {order.serial && <Papers service="dispatch" operation="getOrderDocument" path={{ id: order.id }} name={say('paper')} />}
      </Flex>
      <Flex wrap gap={12} align="center">
        <CodeTag name="OrderKind" value={order.kind} />
        <CodeTag name="OrderStatus" value={order.status} />
        {order.urgency && <CodeTag name="Urgency" value={order.urgency} />}
        <Counts order={order} />
      </Flex>
      {order.status === 'CANCELLED' && (
        <Alert type="warning" showIcon style={{ marginTop: 12 }} title={say('void')} description={order.cancelReason} />
      )}
      <div style={{ margin: '12px 0' }}>
        <OrderActs order={order} />
      </div>
      <Section title={say('overview')}>
        <Fields
          service="dispatch"
          object="OrderView"
          columns={2}
          value={order}
          fields={[
            'leadUnit', 'issuedAt', 'basisKind', 'basis', 'basisReference', 'basisOn', 'signer', 'urgency',
            ...(order.cancelledAt ? (['cancelledAt', 'cancelledBy', 'cancelReason'] as const) : []),
          ]}
        />
        {draft && draft.jointUnits.length > 0 && <p>{say('jointUnits', { units: draft.jointUnits.map((unit) => unit.name).join('、') })}</p>}
      </Section>
      <Section title={say('items')}>{draft ? <Lines draft={draft} /> : <Items items={order.items ?? []} />}</Section>
    </>
  );
}

function OrderActs({ order }: { order: Order }) {
  const say = useWords(words);
  const navigate = useNavigate();
  const of = { service: 'dispatch' as const, path: { id: order.id }, version: order.version };
  return (
    <Acts
      lifecycle="OrderAction"
      allowed={order.allowedActions}
      forms={{
        ISSUE: (title, first) => <ActButton {...of} operation="issueOrderDraft" title={title} primary={first} hint={say('issueHint')} />,
        EDIT: (title) => (
          <Link to={`/orders/${order.id}/edit`}>
            <Button>{title}</Button>
          </Link>
        ),
        DISCARD: (title) => (
          <ActButton {...of} operation="discardOrderDraft" title={title} danger hint={say('discardHint')} gone="getOrder" onDone={() => void navigate('/orders')} />
        ),
        CANCEL: (title) => <ActButton {...of} operation="cancelOrder" title={title} danger hint={say('cancelHint')} />,
      }}
    />
  );
}

function Items({ items }: { items: NonNullable<Order['items']> }) {
  const say = useWords(words);
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="id"
      scroll={{ x: 'max-content' }}
      dataSource={items}
      columns={[
        { title: say('problem'), render: (_, item) => <Link to={`/order-items/${item.id}`}>{item.problemSerial}</Link> },
        { title: say('itemTitle'), dataIndex: 'title' },
        { title: say('demand'), render: (_, item) => <div style={{ maxWidth: 280, whiteSpace: 'pre-wrap' }}>{item.demand ?? '—'}</div> },
        { title: say('person'), render: (_, item) => item.responsiblePerson ?? '—' },
        { title: say('status'), render: (_, item) => <CodeTag name="ItemStatus" value={item.status} /> },
        { title: say('light'), render: (_, item) => (item.light ? <LightMark value={item.light} /> : '—') },
        { title: say('remaining'), render: (_, item) => (item.remaining ? <Remaining value={item.remaining} /> : '—') },
        { title: say('due'), render: (_, item) => (item.dueAt ? moment(item.dueAt) : '—') },
      ]}
    />
  );
}

/** What a draft would take; a line that it can take no more says why. */
function Lines({ draft }: { draft: NonNullable<Order['draft']> }) {
  const say = useWords(words);
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="problemId"
      scroll={{ x: 'max-content' }}
      dataSource={draft.items}
      columns={[
        { title: say('problem'), render: (_, line) => <Link to={`/order-items/${line.orderItemId}`}>{line.problemSerial}</Link> },
        { title: say('itemTitle'), dataIndex: 'title' },
        { title: say('class'), render: (_, line) => <CodeTag name="DeadlineClass" value={line.deadlineClass} /> },
        { title: say('demand'), render: (_, line) => <div style={{ maxWidth: 280, whiteSpace: 'pre-wrap' }}>{line.demand ?? '—'}</div> },
        { title: say('person'), render: (_, line) => line.responsiblePerson ?? '—' },
        { title: say('fault'), render: (_, line) => (line.fault ? <span role="alert" style={{ color: '#a8071a' }}>{faultOf(line.fault, say)}</span> : '—') },
      ]}
    />
  );
}

function faultOf(fault: string, say: ReturnType<typeof useWords<typeof words.zh>>): string {
  return fault === 'item-moved' ? say('moved') : fault === 'item-not-assignable' ? say('notAssignable') : fault;
}
