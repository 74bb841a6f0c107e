import { Button } from 'antd';
import { Link } from 'react-router';
import { ListPage } from '../parts/ListPage';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { words } from './words';

export default function ComplaintList() {
  const say = useWords(words);
  const person = usePerson();
  return (
    <ListPage
      service="intake"
      operation="listComplaints"
      object="ComplaintView"
      title={say('complaints')}
      columns={[
        'serial',
        'subject',
        'categoryCode',
        'location',
        'channel',
        'status',
        'receivedAt',
        { field: 'problemSerial', show: (row) => (row.problemId ? <Link to={`/problems/${row.problemId}`}>{row.problemSerial}</Link> : '—') },
      ]}
      moreColumns={['text', 'waitingFor', 'sourceKind', 'sourceRef', 'placedBy', 'placeDoubt', 'occurredAt', 'trackingCode', 'rejectionReason', 'reporterPurgedAt']}
      filters={['q', 'serial', 'status', 'channel', 'sourceKind', 'sourceRef', 'categoryCode', 'subdistrictCode', 'from', 'to']}
      sorts={['receivedAt']}
      linkOf={(row) => `/complaints/${row.id}`}
      exported
      extra={
        may(person.data, ['CHANNEL_CLERK', 'SPECIAL_TEAM', 'SUBDISTRICT']) && (
          <Link to="/complaints/new">
            <Button type="primary">{say('register')}</Button>
          </Link>
        )
      }
    />
  );
}
