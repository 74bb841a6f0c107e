import { ListPage } from '../parts/ListPage';
import { useWords } from '../words';
import { words } from './words';

export default function ObligationList() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listObligations"
      object="ObligationView"
      title={say('obligations')}
      columns={['tier', 'lineCode', 'visits', 'done']}
      filters={['week', 'tier', 'done']}
      keyOf={(owed) => `${owed.tier} ${owed.lineCode ?? ''}`}
      exported
    />
  );
}
