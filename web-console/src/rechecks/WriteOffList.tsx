import { Link } from 'react-router';
import { ListPage } from '../parts/ListPage';
import { code, useWords } from '../words';
import { words } from './words';

/** 销账: the only place where a problem ends; nothing in it ever changes. */
export default function WriteOffList() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listWriteOffs"
      object="WriteOffView"
      title={say('writeOffs')}
      columns={[
        'problemSerial',
        'unit',
        'subdistrictCode',
        'round',
        'writtenOffAt',
        'actor',
        'missingEvidence',
        { field: 'waivers', show: (one) => one.waivers.map((waiver) => code('Evidence', waiver.evidence)).join('、') || '—' },
        { field: 'recheckId', show: (one) => <Link to={`/rechecks/${one.recheckId}`}>{say('rechecks')}</Link> },
        { field: 'lotId', show: (one) => (one.lotId ? <Link to={`/recheck-lots/${one.lotId}`}>{say('lot')}</Link> : '—') },
      ]}
      filters={['unitCode', 'subdistrictCode', 'from', 'to']}
      sorts={['writtenOffAt']}
      linkOf={(one) => `/problems/${one.problemId}`}
      exported
    />
  );
}
