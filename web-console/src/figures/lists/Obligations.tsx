import { ListPage } from '../../parts/ListPage';
import { useWords } from '../../words';
import { words } from '../words';

/** What leaders owe in a week, and what is done. */
export default function Obligations() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listObligations"
      object="ObligationView"
      title={say('obligationList')}
      columns={['tier', 'lineCode', 'visits', 'done']}
      filters={['week', 'tier', 'done']}
      keyOf={(row) => `${row.tier} ${row.lineCode ?? ''}`}
      exported
    />
  );
}
