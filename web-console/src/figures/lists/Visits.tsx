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
      columns={['stop', 'tier', 'method', 'lineCode', 'subdistrictCode', 'visitedAt', 'night', 'weekend']}
      moreColumns={['place']}
      filters={['from', 'to', 'tier', 'lineCode', 'subdistrictCode', 'night', 'weekend']}
      linkOf={(visit) => `/inspections/${visit.inspectionId}`}
      exported
    />
  );
}
