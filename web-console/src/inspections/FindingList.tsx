import { Link } from 'react-router';
import { ListPage } from '../parts/ListPage';
import { useWords } from '../words';
import { words } from './words';

export default function FindingList() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listFindings"
      object="FindingView"
      title={say('findings')}
      columns={[
        'title',
        'categoryCode',
        'place',
        'foundAt',
        'leadUnit',
        { field: 'problemId', show: (finding) => (finding.problemId ? <Link to={`/problems/${finding.problemId}`}>{say('problem')}</Link> : '—') },
        { field: 'itemId', show: (finding) => (finding.itemId ? <Link to={`/order-items/${finding.itemId}`}>{finding.orderSerial ?? say('item')}</Link> : '—') },
        { field: 'decision', show: (finding) => finding.decision?.text ?? '—' },
      ]}
      moreColumns={['description', 'stop', 'reportedAt', 'reportedBy']}
      filters={['subdistrictCode', 'from', 'to']}
      sorts={['reportedAt']}
      linkOf={(finding) => `/findings/${finding.id}`}
      exported
    />
  );
}
