import { Link } from 'react-router';
import { ListPage } from '../parts/ListPage';
import { useWords } from '../words';
import { words } from './words';

const FINISHED = 'status=WRITTEN_OFF&status=CANCELLED&status=MERGED';

export default function Weeks() {
  const say = useWords(words);
  const to = (week: string, query: string, figure: number) => <Link to={`/ledger/weeks/${week}${query && `?${query}`}`}>{figure}</Link>;
  return (
    <ListPage
      service="intake"
      operation="listWeeks"
      object="WeekView"
      title={say('weeks')}
      columns={[
        'week',
        'from',
        'to',
        'frozen',
        'frozenAt',
        { field: 'rows', show: (row) => to(row.week, '', row.rows) },
        { field: 'added', show: (row) => to(row.week, 'carried=false', row.added) },
        { field: 'carried', show: (row) => to(row.week, 'carried=true', row.carried) },
        { field: 'finished', show: (row) => to(row.week, FINISHED, row.finished) },
      ]}
      filters={[]}
      keyOf={(row) => row.week}
      linkOf={(row) => `/ledger/weeks/${row.week}`}
      exported
    />
  );
}
