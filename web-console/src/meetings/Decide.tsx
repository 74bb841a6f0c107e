import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { Body } from '../api/client';
import { shapesOf } from '../api/shapes';
import { ActDialog } from '../parts/acts';
import { OrderItemSelect } from '../parts/choose';
import { choices, code, useWords } from '../words';
import type { Meeting } from './attendees';
import { words } from './words';

type Decision = Body<'dispatch', 'decideInMeeting'>;

/** What each kind of decision needs to say; an item has to be named where the decision moves it. */
const FIELDS: Record<Decision['kind'], { fields: (keyof Decision)[]; required: (keyof Decision)[] }> = {
  TASK: { fields: ['text', 'responsibleUnitCode', 'dueOn', 'orderItemId'], required: ['responsibleUnitCode', 'dueOn'] },
  PLAN_DATE: { fields: ['orderItemId', 'dueOn', 'text'], required: ['orderItemId', 'dueOn'] },
  SUBMIT_TO_LEADING_GROUP: { fields: ['orderItemId', 'text'], required: ['orderItemId'] },
  OTHER: { fields: ['text', 'orderItemId'], required: [] },
};

/** A decision of a meeting; each kind has a form of its own. */
export function Decide({ meeting, title, primary }: { meeting: Meeting; title: string; primary: boolean }) {
  const say = useWords(words);
  const [kind, setKind] = useState<Decision['kind']>();
  const likely = meeting.agenda.map((item) => ({ value: item.orderItemId, label: `${item.problemSerial} ${item.title}` }));
  const changes = { orderItemId: { control: <OrderItemSelect likely={likely} /> } };
  const required = kind ? Object.fromEntries(FIELDS[kind].required.map((field) => [field, { ...(field === 'orderItemId' ? changes.orderItemId : {}), required: true }])) : {};
  const hint = kind === 'PLAN_DATE' ? say('planDateHint') : kind === 'SUBMIT_TO_LEADING_GROUP' ? say('submitHint') : '';
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: choices(shapesOf('dispatch', 'NewDecision').kind).map((choice) => ({ key: choice.value, label: choice.label })),
          onClick: ({ key }) => setKind(key as Decision['kind']),
        }}
      >
        <Button type={primary ? 'primary' : 'default'}>
          {title} <DownOutlined />
        </Button>
      </Dropdown>
      {kind && (
        <ActDialog
          service="dispatch"
          operation="decideInMeeting"
          path={{ id: meeting.id }}
          version={meeting.version}
          title={code('DecisionKind', kind)}
          fields={FIELDS[kind].fields}
          changes={{ ...changes, ...required }}
          fixed={{ kind }}
          hint={`${hint} ${say('decideHint')}`}
          onClose={() => setKind(undefined)}
        />
      )}
    </>
  );
}
