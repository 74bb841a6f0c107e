import { ListPage } from '../parts/ListPage';
import { useWords } from '../words';
import { words } from './words';

export default function ItemList() {
  const say = useWords(words);
  return (
    <ListPage
      service="dispatch"
      operation="listOrderItems"
      object="OrderItemView"
      title={say('items')}
      columns={['problemSerial', 'title', 'categoryCode', 'leadUnit', 'status', 'light', 'remaining', 'dueAt', 'reworkCount']}
      moreColumns={['orderSerial', 'place', 'sourceKind', 'deadlineClass', 'issuedAt', 'responsiblePerson', 'overdueSince']}
      filters={['q', 'serial', 'status', 'light', 'unitCode', 'subdistrictCode', 'categoryCode', 'deadlineClass', 'overdue', 'dueAfter', 'dueBefore']}
      sorts={['dueAt']}
      linkOf={(item) => `/order-items/${item.id}`}
      exported
    />
  );
}
