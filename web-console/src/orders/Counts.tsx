import { Link } from 'react-router';
import type { Answer } from '../api/client';
import { code, useWords } from '../words';
import { words } from './words';

export type Order = Answer<'dispatch', 'getOrder'>;

/** How many items of an order are where, each with the list of them. */
export function Counts({ order }: { order: Pick<Order, 'id' | 'itemCounts' | 'draft'> }) {
  const say = useWords(words);
  const counts = Object.entries(order.itemCounts as Record<string, number>).filter(([, count]) => count > 0);
  if (counts.length === 0) {
    return order.draft ? say('lines', { count: order.draft.items.length }) : '—';
  }
  return counts.map(([status, count], index) => (
    <span key={status}>
      {index > 0 && '、'}
      <Link to={`/order-items?orderId=${order.id}&status=${status}`}>
        {code('ItemStatus', status)} {count}
      </Link>
    </span>
  ));
}
