import { Button, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { ListPage } from '../parts/ListPage';
import { useWords } from '../words';
import { CallQueue } from './CallQueue';
import { words } from './words';

/** Whom to call back: one by one, or the whole list. */
export default function CallBacks() {
  const say = useWords(words);
  const [address, setAddress] = useSearchParams();
  const id = address.get('columns') === null && [...address.keys()].length === 0 ? 'work' : address.get('show') === 'work' ? 'work' : 'list';
  const choice = (
    <Segmented
      value={id}
      options={[
        { value: 'work', label: say('work') },
        { value: 'list', label: say('list') },
      ]}
      onChange={(chosen) => setAddress(chosen === 'work' ? {} : { status: 'OPEN' })}
    />
  );
  return id === 'work' ? (
    <CallQueue choice={choice} />
  ) : (
    <ListPage
      service="intake"
      operation="listCallBacks"
      object="CallBackView"
      title={say('callBacks')}
      columns={[
        { field: 'complaintSerial', show: (row) => <Link to={`/complaints/${row.complaintId}`}>{row.complaintSerial}</Link> },
        { field: 'problemSerial', show: (row) => <Link to={`/problems/${row.problemId}`}>{row.problemSerial}</Link> },
        'title',
        'channel',
        'status',
        'light',
        'dueAt',
        'attempts',
        'lastAttemptAt',
        'endedAt',
      ]}
      moreColumns={['writtenOffAt']}
      filters={['status', 'channel', 'dueBefore']}
      sorts={['dueAt']}
      exported
      extra={
        <>
          {choice}
          <Button onClick={() => setAddress({ status: 'OPEN' })}>{say('onlyOpen')}</Button>
        </>
      }
    />
  );
}
