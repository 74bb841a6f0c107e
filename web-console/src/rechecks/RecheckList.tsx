import { ListPage } from '../parts/ListPage';
import { useWords } from '../words';
import { words } from './words';

export default function RecheckList() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listRechecks"
      object="RecheckView"
      title={say('rechecks')}
      columns={['problemSerial', 'title', 'kind', 'status', 'outcome', 'leadUnit', 'place', 'dueAt', 'overdue', { field: 'inspectors', show: (recheck) => recheck.inspectors.map((one) => one.subject).join('、') || '—' }]}
      moreColumns={['categoryCode', 'deadlineClass', 'round', 'drawn', 'held', 'far', 'distance', 'doneAt', 'doneBy', 'missingEvidence', 'acceptedAt']}
      filters={['status', 'kind', 'outcome', 'overdue', 'unitCode', 'subdistrictCode', 'inspector', 'dueBefore', 'doneFrom', 'doneTo', 'drawn', 'held', 'far']}
      sorts={['dueAt', 'doneAt']}
      linkOf={(recheck) => `/rechecks/${recheck.id}`}
      exported
    />
  );
}
