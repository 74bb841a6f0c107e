import { Link } from 'react-router';
import { ListPage } from '../parts/ListPage';
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
        { field: 'complaints', title: say('complaintsOfIt'), show: (row) => <Link to={`/complaints?problemId=${row.id}`}>{row.complaints.count}</Link> },
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
