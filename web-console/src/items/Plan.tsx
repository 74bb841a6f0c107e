import { Collapse, Table } from 'antd';
import type { Answer } from '../api/client';
import { Fields } from '../parts/Fields';
import { moment } from '../parts/moments';
import { CodeTag } from '../parts/show';
import { useWords } from '../words';
import { words } from './words';

type PlanView = Answer<'dispatch', 'getPlan'>;

/** 一事一策: the newest version open, the others to look up. */
export function Plans({ versions }: { versions: PlanView[] }) {
  const say = useWords(words);
  const sorted = [...versions].sort((a, b) => b.version - a.version);
  return (
    <Collapse
      size="small"
      defaultActiveKey={[sorted[0]?.version ?? 0]}
      items={sorted.map((plan) => ({
        key: plan.version,
        label: say('planVersion', { version: plan.version, at: moment(plan.filedAt) }),
        children: <OnePlan plan={plan} />,
      }))}
    />
  );
}

function OnePlan({ plan }: { plan: PlanView }) {
  const say = useWords(words);
  return (
    <>
      <Fields
        service="dispatch"
        object="PlanView"
        columns={2}
        value={plan}
        fields={['situation', 'extent', 'responsiblePerson', 'plannedDays', 'costEstimate', 'fundSource', 'risks', 'filedBy']}
      />
      <Table
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey={(step) => `${step.from}${step.text}`}
        style={{ marginTop: 8 }}
        dataSource={plan.steps}
        columns={[
          { title: say('step'), dataIndex: 'text' },
          { title: say('fromTo'), render: (_, step) => `${step.from} – ${step.to}` },
          { title: say('person'), dataIndex: 'responsiblePerson' },
          { title: say('state'), render: (_, step) => (step.state ? <CodeTag name="StepState" value={step.state} /> : '—') },
        ]}
      />
    </>
  );
}
