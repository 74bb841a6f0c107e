import { Button, Segmented, Tag } from 'antd';
import { useState } from 'react';
import type { Draft } from '../offline/drafts';
import { CodeTag, Remaining } from '../parts/show';
import { Named } from '../parts/names';
import { Nothing } from '../parts/states';
import { useWords } from '../words';
import { acknowledge, useResponsible } from './acknowledging';
import { actionsOf, pendingOf, type Item } from './items';
import { words } from './words';

const FILTERS = {
  all: () => true,
  overdue: (item: Item) => item.overdue,
  toAcknowledge: (item: Item) => item.allowedActions.includes('ACKNOWLEDGE'),
  toReply: (item: Item) => item.allowedActions.includes('REPLY') || item.allowedActions.includes('REPLY_TO_TASK'),
};
type Filter = keyof typeof FILTERS;

interface Props {
  items: Item[];
  drafts: Draft[] | undefined;
  owner: string;
  filtered: boolean;
  empty: string;
  open: (item: Item, act?: string) => void;
}

/** What a unit has to do, the most urgent first. */
export function ItemCards({ items, drafts, owner, filtered, empty, open }: Props) {
  const say = useWords(words);
  const responsible = useResponsible(owner);
  const [filter, setFilter] = useState<Filter>('all');
  const shown = filtered ? items.filter(FILTERS[filter]) : items;
  return (
    <>
      {filtered && (
        <Segmented<Filter>
          block
          value={filter}
          onChange={setFilter}
          style={{ marginBottom: 12 }}
          options={(Object.keys(FILTERS) as Filter[]).map((name) => ({ value: name, label: `${say(name)} ${items.filter(FILTERS[name]).length}` }))}
        />
      )}
      {shown.length === 0 && <Nothing text={empty} />}
      {shown.map((item) => (
        <Card key={item.id} item={item} pending={pendingOf(drafts, item)} responsible={responsible} owner={owner} open={open} />
      ))}
    </>
  );
}

function Card({ item, pending, responsible, owner, open }: { item: Item; pending: Draft[]; responsible: string | undefined; owner: string; open: Props['open'] }) {
  const say = useWords(words);
  const allowed = actionsOf(item, pending);
  const reply = allowed.includes('REPLY') || allowed.includes('REPLY_INTERIM');
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
