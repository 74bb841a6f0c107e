import { Flex, Tag } from 'antd';
import { Link } from 'react-router';
import { useAnswer } from '../api/use';
import { moment } from '../parts/moments';
import { Section } from '../parts/Detail';
import { ActorName, CodeTag } from '../parts/show';
import { Beside } from '../parts/states';
import { code, useWords } from '../words';
import type { Item } from './item';
import { words } from './words';

export function Urges({ itemId }: { itemId: string }) {
  const say = useWords(words);
  const urges = useAnswer('dispatch', 'listUrges', { path: { id: itemId } });
  return (
    <Beside asked={urges}>
      {({ items }) =>
        items.length > 0 && (
          <Section title={say('urges')}>
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {items.map((urge) => (
                <li key={urge.id}>
                  {moment(urge.urgedAt)} <ActorName actor={urge.urgedBy} />
                  <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{urge.text ?? say('urgedBySystem')}</div>
                </li>
              ))}
            </ul>
          </Section>
        )
      }
    </Beside>
  );
}

/** What was demanded for good at this place, by whatever item. */
export function Demands({ itemId }: { itemId: string }) {
  const say = useWords(words);
  const demands = useAnswer('dispatch', 'listDemandsAtPlace', { path: { id: itemId } });
  return (
    <Beside asked={demands}>
      {({ items }) =>
        items.length > 0 && (
          <Section title={say('demands')}>
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {items.map((demand) => (
                <li key={demand.id}>
                  <Flex wrap gap={8}>
                    <span style={{ overflowWrap: 'anywhere' }}>{demand.text}</span>
                    <span>{demand.unit.name}</span>
                    <span>{moment(demand.demandedAt)}</span>
                    {demand.endedAt && <Tag>{say('ended')}</Tag>}
                    {demand.itemId !== itemId && <Link to={`/order-items/${demand.itemId}`}>{say('itemOfIt')}</Link>}
                  </Flex>
                </li>
              ))}
            </ul>
          </Section>
        )
      }
    </Beside>
  );
}

/** Meetings that had it on their agenda, and the heads that it was submitted to. */
export function Meetings({ item }: { item: Item }) {
  const say = useWords(words);
  const meetings = item.difficulty?.meetings ?? [];
  const heads = item.difficulty?.heads ?? [];
  return (
    meetings.length + heads.length > 0 && (
      <Section title={say('meetings')}>
        {meetings.map((meeting) => (
          <Flex key={meeting.id} wrap gap={8}>
            <Link to={`/meetings/${meeting.id}`}>{code('MeetingKind', meeting.kind)}</Link>
            <span>{moment(meeting.scheduledAt)}</span>
            <CodeTag name="MeetingStatus" value={meeting.status} />
          </Flex>
        ))}
        {heads.length > 0 && <p>{say('submittedTo', { heads: heads.map((head) => `${head.name}（${head.post}）`).join('、') })}</p>}
      </Section>
    )
  );
}
