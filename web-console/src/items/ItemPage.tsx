import { Col, Flex, Row, Space, Typography } from 'antd';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../api/use';
import { Fields } from '../parts/Fields';
import { moment } from '../parts/moments';
import { Papers } from '../parts/Papers';
import { BeforeAfter } from '../parts/photos';
import { Section } from '../parts/Detail';
import { CodeTag, LightMark, Remaining } from '../parts/show';
import { Beside, Loaded } from '../parts/states';
import { Steps } from '../parts/Steps';
import { useWords } from '../words';
import { Demands, Meetings, Urges } from './Around';
import { ClockTable, History } from './History';
import type { Item } from './item';
import { ItemActs } from './ItemActs';
import { Plans } from './Plan';
import { Replies } from './Replies';
import { Requests } from './Requests';
import { stepsOf } from './steps';
import { Tasks } from './Tasks';
import { words } from './words';

/** All about one item: how far it is, why its limit is where it is, and what the reader may do. */
export default function ItemPage() {
  const { id = '' } = useParams();
  const item = useAnswer('dispatch', 'getOrderItem', { path: { id } });
  return <Loaded asked={item}>{(known) => <Known key={known.id} item={known} />}</Loaded>;
}

function Known({ item }: { item: Item }) {
  const say = useWords(words);
  const path = { id: item.id };
  const history = useAnswer('dispatch', 'getOrderItemHistory', { path });
  const clock = useAnswer('dispatch', 'getOrderItemClock', { path });
  const tasks = useAnswer('dispatch', 'listTasks', { path, query: { everyRound: true } });
  const returns = useAnswer('dispatch', 'listReturnRequests', { path });
  const extensions = useAnswer('dispatch', 'listExtensionRequests', { path });
  const plans = useAnswer('dispatch', 'listPlanVersions', { path }, { enabled: item.planVersion > 0 });
  const problem = useAnswer('intake', 'getProblem', { path: { id: item.problemId } });
  const steps = stepsOf(item, history.data?.items ?? [], problem.data?.filedAt, say);
  return (
    <>
      <Head item={item} />
      <div style={{ margin: '12px 0' }}>
        <ItemActs item={item} />
      </div>
      <Section title={say('steps')}>
        <Steps label={say('steps')} steps={steps} />
        <Beside asked={problem} />
      </Section>
      <Row gutter={12}>
        <Col xs={24} xl={15}>
          <Section title={say('overview')}>
            <Overview item={item} />
          </Section>
          <Photos item={item} />
          <Section title={say('replies')}>
            <Replies replies={item.replies ?? []} />
          </Section>
          <Beside asked={tasks}>
            {({ items }) =>
              items.length > 1 && (
                <Section title={say('tasks')}>
                  <Tasks itemId={item.id} tasks={items} />
                </Section>
              )
            }
          </Beside>
          <Beside asked={returns}>
            {(asked) => (
              <Beside asked={extensions}>
                {(wanted) =>
                  asked.items.length + wanted.items.length > 0 && (
                    <Section title={say('requests')}>
                      <Requests returns={asked.items} extensions={wanted.items} />
                    </Section>
                  )
                }
              </Beside>
            )}
          </Beside>
          {item.planVersion > 0 && (
            <Section title={say('plans')}>
              <Loaded asked={plans}>{(known) => <Plans versions={known.items} />}</Loaded>
            </Section>
          )}
        </Col>
        <Col xs={24} xl={9}>
          <Section title={say('history')}>
            <Loaded asked={history}>{(known) => <History entries={known.items} />}</Loaded>
          </Section>
          <Meetings item={item} />
          <Urges itemId={item.id} />
          <Demands itemId={item.id} />
        </Col>
      </Row>
      <Section title={say('clock')}>
        <Loaded asked={clock}>{(known) => <ClockTable clock={known} />}</Loaded>
      </Section>
    </>
  );
}

function Head({ item }: { item: Item }) {
  const say = useWords(words);
  return (
    <header>
      <Link to="/order-items">{say('back')}</Link>
      <Flex wrap justify="space-between" gap={8}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: '4px 0 8px', overflowWrap: 'anywhere' }}>
          {item.problemSerial} {item.title}
        </Typography.Title>
        {item.orderId && (
          <Space wrap>
            <Papers service="dispatch" operation="getReplyForm" path={{ id: item.id }} name={say('replyForm')} />
          </Space>
        )}
      </Flex>
      <Flex wrap gap={12} align="center">
        <CodeTag name="ItemStatus" value={item.status} />
        {item.light && <LightMark value={item.light} />}
        {item.remaining && <Remaining value={item.remaining} />}
        {item.dueAt && <span>{say('endsAt', { at: moment(item.dueAt) })}</span>}
        {item.leadUnit && <span>{item.leadUnit.name}</span>}
        {item.orderId && <Link to={`/orders/${item.orderId}`}>{item.orderSerial ?? say('orderPage')}</Link>}
        <Link to={`/problems/${item.problemId}`}>{say('problemPage')}</Link>
      </Flex>
    </header>
  );
}

function Overview({ item }: { item: Item }) {
  const suspension = item.suspension;
  const difficulty = item.difficulty;
  return (
    <>
      <Fields
        service="dispatch"
        object="OrderItemView"
        columns={2}
        value={item}
        fields={[
          'description', 'place', 'categoryCode', 'sourceKind', 'deadlineClass', 'leadUnit', 'jointUnits', 'responsiblePerson', 'demand', 'why',
          'issuedAt', 'dueAt', ...(item.status === 'UNASSIGNED' ? (['assignBy', 'unassignedReason'] as const) : []),
          ...(item.overdueSince ? (['overdueSince'] as const) : []), 'reworkCount', ...(item.openTasks.length > 0 ? (['openTasks'] as const) : []),
          ...(item.standingDemand ? (['standingDemand'] as const) : []),
        ]}
      />
      {suspension && (
        <div style={{ marginTop: 8 }}>
          <Fields service="dispatch" object="SuspensionView" columns={2} value={suspension} fields={['cause', 'since', 'reviewOn', 'reviewOverdue']} />
        </div>
      )}
      {difficulty && (
        <div style={{ marginTop: 8 }}>
          <Fields service="dispatch" object="DifficultyView" columns={2} value={difficulty} fields={['level', 'reason', 'declaredBy', 'declaredAt', 'originalDueAt']} />
        </div>
      )}
      {item.sameDay && (
        <div style={{ marginTop: 8 }}>
          <Fields service="dispatch" object="SameDayView" columns={2} value={item.sameDay} fields={['orderBy', 'orderedAt', 'missed']} />
        </div>
      )}
    </>
  );
}

/** From intake, which knows all photos of the problem, where the reader may see them; from the replies otherwise. */
function Photos({ item }: { item: Item }) {
  const say = useWords(words);
  const asked = useAnswer('intake', 'getProblemPhotos', { path: { id: item.problemId } });
  const replies = item.replies ?? [];
  const known = asked.data;
  const before = known ? known.before.map((photo) => photo.id) : replies.flatMap((reply) => reply.beforePhotoIds);
  const after = known ? known.after.map((photo) => photo.id) : replies.flatMap((reply) => reply.afterPhotoIds);
  return (
    <>
      <Beside asked={asked} />
      {before.length + after.length > 0 && (
        <Section title={say('photos')}>
          <BeforeAfter before={[...new Set(before)]} after={[...new Set(after)]} />
        </Section>
      )}
    </>
  );
}
