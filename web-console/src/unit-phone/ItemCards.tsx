import { Button, Segmented, Tag } from 'antd';
import { useState } from 'react';
import type { Draft } from '../offline/drafts';
import { CodeTag, Remaining } from '../parts/show';
import { Named } from '../parts/names';
import { Nothing } from '../parts/states';
import { useWords } from '../words';
import { acknowledge, useResponsible } from './acknowledging';
import { actionsOf, isToReply, pendingOf, type Action, type Item } from './items';
import { words } from './words';

const FILTERS = {
  all: () => true,
  overdue: ({ overdue }: Item) => overdue,
  toAcknowledge: (_: Item, allowed: Action[]) => allowed.includes('ACKNOWLEDGE'),
  toReply: (_: Item, allowed: Action[]) => isToReply(allowed) || allowed.includes('REPLY_TO_TASK'),
};
type Filter = keyof typeof FILTERS;

interface Props {
  items: Item[];
  drafts: Draft[] | undefined;
  owner: string;
  unit: string | undefined;
  filtered: boolean;
  empty: string;
  open: (item: Item, act?: string) => void;
}

/** What a unit has to do, the most urgent first. */
export function ItemCards({ items, drafts, owner, unit, filtered, empty, open }: Props) {
  const say = useWords(words);
  const responsible = useResponsible(owner);
  const [filter, setFilter] = useState<Filter>('all');
  const cards = items.map((item) => {
    const pending = pendingOf(drafts, item);
    return { item, pending, allowed: actionsOf(item, pending, unit) };
  });
  const of = (name: Filter) => cards.filter(({ item, allowed }) => FILTERS[name](item, allowed));
  const shown = filtered ? of(filter) : cards;
  return (
    <>
      {filtered && (
        <Segmented<Filter>
          block
          value={filter}
          onChange={setFilter}
          style={{ marginBottom: 12 }}
          options={(Object.keys(FILTERS) as Filter[]).map((name) => ({ value: name, label: `${say(name)} ${of(name).length}` }))}
        />
      )}
      {shown.length === 0 && <Nothing text={empty} />}
      {shown.map((card) => (
        <Card key={card.item.id} {...card} responsible={responsible} owner={owner} open={open} />
      ))}
    </>
  );
}

interface CardProps extends Pick<Props, 'owner' | 'open'> {
  item: Item;
  pending: Draft[];
  allowed: Action[];
  responsible: string | undefined;
}

function Card({ item, pending, allowed, responsible, owner, open }: CardProps) {
  const say = useWords(words);
  const reply = isToReply(allowed);
  return (
    <article className={`phone-card ${item.light ?? ''}`}>
      <button type="button" className="phone-open" onClick={() => open(item)}>
        <h2>{item.title}</h2>
        <span className="row">
          {item.light && <CodeTag name="Light" value={item.light} />}
          {item.remaining && <Remaining value={item.remaining} />}
          <CodeTag name="ItemStatus" value={item.status} />
        </span>
        <p style={{ marginTop: 6 }}>
          {item.place?.address ?? (item.place?.subdistrictCode && <Named kind="subdistrict" code={item.place.subdistrictCode} />)}
        </p>
      </button>
      {pending.map((draft) => (
        <Tag key={draft.id} color="orange">
          {say(draft.operation === 'acknowledgeOrderItem' ? 'acknowledging' : draft.operation === 'replyToOrderItem' || draft.operation === 'replyToTask' ? 'replying' : 'asking')}
        </Tag>
      ))}
      <div className="row acts">
        {allowed.includes('ACKNOWLEDGE') && (
          <Button type="primary" onClick={() => (responsible ? void acknowledge(owner, item, responsible, say('acknowledge')) : open(item, 'acknowledge'))}>
            {responsible ? say('acknowledgeAs', { name: responsible }) : say('acknowledge')}
          </Button>
        )}
        {reply && (
          <Button type="primary" ghost onClick={() => open(item, 'reply')}>
            {say('reply')}
          </Button>
        )}
        {allowed.includes('REPLY_TO_TASK') && !reply && (
          <Button type="primary" ghost onClick={() => open(item, 'task')}>
            {say('replyTask')}
          </Button>
        )}
      </div>
    </article>
  );
}
