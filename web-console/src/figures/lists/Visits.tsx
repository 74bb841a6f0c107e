import { ListPage } from '../../parts/ListPage';
import { useWords } from '../../words';
import { words } from '../words';

/** Where inspections have been. */
export default function Visits() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listVisits"
      object="VisitView"
      title={say('visitList')}
      columns={['visitedAt', 'tier', 'method', 'lineCode', 'subdistrictCode', 'place', 'night', 'weekend']}
      moreColumns={['stop']}
      filters={['from', 'to', 'tier', 'lineCode', 'subdistrictCode', 'night', 'weekend']}
      linkOf={(visit) => `/inspections/${visit.inspectionId}`}
      sorts={['visitedAt']}
      exported
    />
  );
}
