import { ListPage } from '../parts/ListPage';
import { useWords } from '../words';
import { words } from './words';

export default function Cards() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listWarningCards"
      object="CardView"
      title={say('cards')}
      columns={['problemSerial', 'kind', 'cause', 'unit', 'round', 'failures', 'dueAt', 'issuedAt']}
      moreColumns={['orderSerial']}
      filters={['kind', 'cause', 'unitCode', 'from', 'to']}
      linkOf={(card) => `/order-items/${card.itemId}`}
      exported
    />
  );
}
