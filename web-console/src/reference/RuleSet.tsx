import { Alert, Button, Flex, InputNumber, Space, Statistic, Table, Typography } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type Answer } from '../api/client';
import { useAct, useAnswer } from '../api/use';
import { ActButton } from '../parts/acts';
import { Fields } from '../parts/Fields';
import { Named } from '../parts/names';
import { moment } from '../parts/moments';
import { CodeTag } from '../parts/show';
import { Failure, Loaded, Nothing } from '../parts/states';
import { label, useWords } from '../words';
import { useAdmin } from './edit';
import { words } from './words';

type RuleSetView = Answer<'dispatch', 'getRoutingRuleSet'>;
type Rehearsed = Answer<'dispatch', 'rehearseRoutingRuleSet'>;
type Difference = Rehearsed['items'][number];

/** A set of routing rules: what it changes, where it would decide otherwise, and the act that puts it in force. */
export default function RuleSet() {
  const { id = '' } = useParams();
  const say = useWords(words);
  const set = useAnswer('dispatch', 'getRoutingRuleSet', { path: { id } });
  return (
    <Loaded asked={set}>
      {(known) => (
        <Flex vertical gap={16}>
          <Link to="/routing-rule-sets">← {say('ruleSets')}</Link>
          <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
            {say('ruleSet', { number: known.number })} {known.title ?? ''}
          </Typography.Title>
          <Fields service="dispatch" object="RuleSetView" value={known} fields={['status', 'createdAt', 'createdBy', 'activeFrom', 'activeTo']} />
          <Space wrap>
            <Link to={`/routing-rules?setId=${known.id}`}>{say('rulesOfSet')}</Link>
            <Activation set={known} />
          </Space>
          {known.status === 'DRAFT' && (
            <>
              <Changes set={known} />
              <Rehearsal id={known.id} />
            </>
          )}
        </Flex>
      )}
    </Loaded>
  );
}

function Activation({ set }: { set: RuleSetView }) {
  const say = useWords(words);
  const admin = useAdmin();
  return (
    admin &&
    set.status === 'DRAFT' && (
      <ActButton
        primary
        service="dispatch"
        operation="activateRoutingRuleSet"
        path={{ id: set.id }}
        version={set.version}
        title={say('activate')}
        hint={say('activateHint')}
        changes={{ activeFrom: { help: say('nowWhenEmpty') } }}
      />
    )
  );
}

type Rule = Answer<'dispatch', 'listRoutingRules'>['items'][number];

/** What a draft takes away from the set in force, and what it adds. */
function Changes({ set }: { set: RuleSetView }) {
  const say = useWords(words);
  const drafted = useAnswer('dispatch', 'listRoutingRules', { query: { setId: [set.id], limit: 200 } });
  const active = useAnswer('dispatch', 'listRoutingRules', { query: { limit: 200 } });
  const whole = !drafted.data?.nextCursor && !active.data?.nextCursor;
  return (
    <section aria-label={say('changes')}>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {say('changes')}
      </Typography.Title>
      <Loaded asked={drafted}>
        {(mine) => (
          <Loaded asked={active}>
            {(theirs) =>
              whole ? (
                <ChangedRules
                  rows={[
                    ...theirs.items.filter((rule) => !mine.items.some((own) => own.number === rule.number)).map((rule) => ({ rule, added: false })),
                    ...mine.items.filter((rule) => !theirs.items.some((other) => other.number === rule.number)).map((rule) => ({ rule, added: true })),
                  ]}
                />
              ) : (
                <Alert type="info" showIcon title={say('tooManyRules')} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </section>
  );
}

function ChangedRules({ rows }: { rows: { rule: Rule; added: boolean }[] }) {
  const say = useWords(words);
  const title = (field: keyof Rule) => label('dispatch', 'RoutingRuleView', field);
  return (
    <Table
      size="small"
      pagination={false}
      rowKey={({ rule, added }) => `${rule.number} ${added}`}
      dataSource={rows}
      locale={{ emptyText: <Nothing text={say('noChanges')} /> }}
      scroll={{ x: 'max-content' }}
      columns={[
        { key: 'change', title: say('changeKind'), render: (_, { added }) => <span style={{ color: added ? '#237804' : '#a8071a' }}>{say(added ? 'added' : 'removed')}</span> },
        { key: 'number', title: title('number'), render: (_, { rule }) => rule.number },
        { key: 'category', title: title('categoryCode'), render: (_, { rule }) => <Named kind="category" code={rule.categoryCode} /> },
        {
          key: 'place',
          title: title('subdistrictCode'),
          render: (_, { rule }) => rule.communityCode ?? (rule.subdistrictCode ? <Named kind="subdistrict" code={rule.subdistrictCode} /> : say('wholeDistrict')),
        },
        { key: 'source', title: title('sourceKind'), render: (_, { rule }) => (rule.sourceKind ? <CodeTag name="SourceKind" value={rule.sourceKind} /> : say('everySource')) },
        { key: 'unit', title: title('leadUnitCode'), render: (_, { rule }) => <Named kind="unit" code={rule.leadUnitCode} /> },
      ]}
    />
  );
}

const DAYS = 30;

/** Where a draft would have given items of the last days to others than the rules in force. */
function Rehearsal({ id }: { id: string }) {
  const say = useWords(words);
  const [days, setDays] = useState(DAYS);
  const [rows, setRows] = useState<Difference[]>([]);
  const act = useAct('dispatch', 'rehearseRoutingRuleSet');
  const rehearse = (cursor?: string) =>
    act.mutate(
      { path: { id }, query: { days, limit: 50, ...(cursor ? { cursor } : {}) } },
      { onSuccess: (found) => setRows((known) => (cursor ? [...known, ...found.items] : found.items)) },
    );
  return (
    <section aria-label={say('rehearsal')}>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {say('rehearsal')}
      </Typography.Title>
      <p>{say('rehearsalHint')}</p>
      <Space wrap style={{ marginBottom: 12 }}>
        <label htmlFor="rehearsal-days">{say('lastDays')}</label>
        <InputNumber id="rehearsal-days" min={1} max={366} precision={0} value={days} onChange={(chosen) => setDays(chosen ?? DAYS)} />
        <Button type="primary" loading={act.isPending} onClick={() => rehearse()}>
          {say('rehearse')}
        </Button>
      </Space>
      {act.error && <Failure error={act.error} />}
      {act.data && <Outcome found={act.data} rows={rows} />}
      {act.data?.nextCursor && (
        <Button loading={act.isPending} onClick={() => rehearse(act.data?.nextCursor ?? undefined)} style={{ marginTop: 12 }}>
          {say('more')}
        </Button>
      )}
    </section>
  );
}

function Outcome({ found, rows }: { found: Rehearsed; rows: Difference[] }) {
  const say = useWords(words);
  const title = (field: keyof Difference) => label('dispatch', 'Difference', field);
  return (
    <div role="status">
      <p>{say('rehearsed', { since: moment(found.since), active: found.activeNumber, draft: found.setNumber })}</p>
      {found.truncated && <Alert type="warning" showIcon title={say('truncated', { count: found.considered })} style={{ marginBottom: 12 }} />}
      <Space size="large" wrap style={{ marginBottom: 12 }}>
        <Statistic title={say('considered')} value={found.considered} />
        <Statistic title={say('different')} value={found.different} />
        <Statistic title={say('newlyRouted')} value={found.newlyRouted} />
        <Statistic title={say('newlyUnrouted')} value={found.newlyUnrouted} />
      </Space>
      <Table
        size="small"
        pagination={false}
        rowKey="itemId"
        dataSource={rows}
        locale={{ emptyText: <Nothing text={say('noDifference')} /> }}
        scroll={{ x: 'max-content' }}
        columns={[
          { key: 'serial', title: title('problemSerial'), render: (_, row) => <Link to={`/order-items/${row.itemId}`}>{row.problemSerial}</Link> },
          { key: 'category', title: title('categoryCode'), render: (_, row) => (row.categoryCode ? <Named kind="category" code={row.categoryCode} /> : '—') },
          { key: 'subdistrict', title: title('subdistrictCode'), render: (_, row) => (row.subdistrictCode ? <Named kind="subdistrict" code={row.subdistrictCode} /> : '—') },
          { key: 'active', title: say('asInForce'), render: (_, row) => <Route route={row.active} /> },
          { key: 'rehearsed', title: say('asDrafted'), render: (_, row) => <Route route={row.rehearsed} /> },
          { key: 'lead', title: say('givenTo'), render: (_, row) => (row.leadUnitCode ? <Named kind="unit" code={row.leadUnitCode} /> : '—') },
        ]}
      />
    </div>
  );
}

function Route({ route }: { route: Difference['active'] }) {
  const say = useWords(words);
  return (
    <>
      {route.leadUnit ? <strong>{route.leadUnit.name}</strong> : <CodeTag name="UnassignedReason" value={route.unassignedReason ?? 'NO_ROUTING_RULE'} />}
      {route.jointUnits.length > 0 && <div>{say('joint', { units: route.jointUnits.map((unit) => unit.name).join('、') })}</div>}
      {route.why && <div style={{ color: '#595959' }}>{route.why.words}</div>}
    </>
  );
}
