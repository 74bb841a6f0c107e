import { ListPage } from '../parts/ListPage';
import { useWords } from '../words';
import { words } from './words';

export default function VisitList() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listVisits"
      object="VisitView"
      title={say('visits')}
      columns={['visitedAt', 'tier', 'method', 'subdistrictCode', 'place', 'stop', 'night', 'weekend']}
      moreColumns={['lineCode']}
      filters={['tier', 'subdistrictCode', 'lineCode', 'from', 'to', 'night', 'weekend']}
      sorts={['visitedAt']}
      linkOf={(visit) => `/inspections/${visit.inspectionId}`}
      exported
    />
  );
}
