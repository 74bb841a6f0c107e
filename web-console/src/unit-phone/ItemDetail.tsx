import { Button, Tag } from 'antd';
import type { Draft } from '../offline/drafts';
import { Phone } from '../offline/Phone';
import { moment } from '../parts/moments';
import { Named } from '../parts/names';
import { CodeTag, Remaining } from '../parts/show';
import { useWords } from '../words';
import { acknowledge, useResponsible } from './acknowledging';
import { actionsOf, isToReply, type ItemForm } from './items';
import { words } from './words';

interface Props extends ItemForm {
  pending: Draft[];
  open: (act: string) => void;
}

/** All about one item, and what can be done with it. */
export function ItemDetail({ item, pending, place, unit, open }: Props) {
  const say = useWords(words);
  const responsible = useResponsible(place.owner);
  const allowed = actionsOf(item, pending, unit);
  const facts = [
    [say('place'), <>{item.place?.address ?? (item.place?.subdistrictCode && <Named kind="subdistrict" code={item.place.subdistrictCode} />)}</>],
    [say('demand'), item.demand],
    [say('due'), item.dueAt && moment(item.dueAt)],
    [say('unit'), item.leadUnit?.name],
    [say('openTasks'), item.openTasks.map(({ name }) => name).join('、')],
    [say('responsible'), item.responsiblePerson],
    [say('order'), item.orderSerial],
    [say('problem'), item.problemSerial],
  ] as const;
  const reply = isToReply(allowed);
  return (
    <Phone
      {...place}
      title={item.title}
      bar={
        <>
          {allowed.includes('REQUEST_RETURN') && <Button onClick={() => open('return')}>{say('requestReturn')}</Button>}
          {allowed.includes('REQUEST_EXTENSION') && <Button onClick={() => open('extension')}>{say('requestExtension')}</Button>}
          {allowed.includes('ACKNOWLEDGE') && responsible && <Button onClick={() => open('acknowledge')}>{say('changeResponsible')}</Button>}
          {allowed.includes('ACKNOWLEDGE') && (
            <Button type="primary" onClick={() => (responsible ? void acknowledge(place.owner, item, responsible, say('acknowledge')) : open('acknowledge'))}>
              {responsible ? say('acknowledgeAs', { name: responsible }) : say('acknowledge')}
            </Button>
          )}
          {allowed.includes('REPLY_TO_TASK') && !reply && (
            <Button type="primary" onClick={() => open('task')}>
              {say('replyTask')}
            </Button>
          )}
          {reply && (
            <Button type="primary" onClick={() => open('reply')}>
              {say('reply')}
            </Button>
          )}
        </>
      }
    >
      <div className={`phone-card ${item.light ?? ''}`}>
        <div className="row">
          {item.light && <CodeTag name="Light" value={item.light} />}
          {item.remaining && <Remaining value={item.remaining} />}
          <CodeTag name="ItemStatus" value={item.status} />
          {item.reworkCount > 0 && <Tag color="red">{say('rework', { count: item.reworkCount })}</Tag>}
          {pending.map((draft) => (
            <Tag key={draft.id} color="orange">
              {say(draft.operation === 'acknowledgeOrderItem' ? 'acknowledging' : draft.operation === 'replyToOrderItem' || draft.operation === 'replyToTask' ? 'replying' : 'asking')}
            </Tag>
          ))}
        </div>
        <p style={{ margin: '10px 0', whiteSpace: 'pre-wrap' }}>{item.description}</p>
        <dl className="phone-facts">
          {facts
            .filter(([, value]) => value)
            .map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
        </dl>
      </div>
    </Phone>
  );
}
