import { ListPage } from '../parts/ListPage';
import { PageLink } from '../parts/PageLink';
import { useWords } from '../words';
import { words } from './words';

export default function ProblemList() {
  const say = useWords(words);
  return (
    <ListPage
      service="intake"
      operation="listProblems"
      object="ProblemView"
      title={say('problems')}
      columns={[
        'serial',
        'title',
        'categoryCode',
        'location',
        'status',
        'responsibleUnit',
        'dueAt',
        'overdue',
        { field: 'complaints', title: say('complaintsOfIt'), show: (row) => <PageLink to={`/complaints?problemId=${row.id}`}>{row.complaints.count}</PageLink> },
        'filedAt',
      ]}
      moreColumns={['description', 'deadlineClass', 'sourceKind', 'orderSerial', 'reworkCount', 'unassignedReason', 'jointUnitCodes', 'standingDemand', 'placedBy', 'placeDoubt', 'writtenOffAt']}
      filters={['q', 'serial', 'status', 'categoryCode', 'subdistrictCode', 'unitCode', 'deadlineClass', 'sourceKind', 'from', 'to']}
      sorts={['dueAt', 'filedAt']}
      linkOf={(row) => `/problems/${row.id}`}
      exported
    />
  );
}
