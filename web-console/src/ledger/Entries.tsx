import { App, Button, Select, Space } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { download } from '../api/client';
import { saveAs } from '../parts/files';
import { ListPage } from '../parts/ListPage';
import { PageLink } from '../parts/PageLink';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { Content } from './Content';
import { kindChoices, kindName } from './kinds';
import { words } from './words';

export default function Entries() {
  const say = useWords(words);
  const person = usePerson();
  const { message } = App.useApp();
  const [address, setAddress] = useSearchParams();
  const choose = (kinds: string[]) => {
    const next = new URLSearchParams(address);
    next.delete('kind');
    kinds.forEach((kind) => next.append('kind', kind));
    setAddress(next);
  };
  const save = async () => {
    try {
      saveAs(await download('intake', 'exportLedger', { accept: 'application/x-ndjson' }), 'ledger.ndjson');
    } catch (error) {
      message.error((error as Error).message);
    }
  };
  return (
    <ListPage
      service="intake"
      operation="listLedgerEntries"
      object="LedgerEntryView"
      title={say('ledger')}
      columns={[
        'sequence',
        { field: 'kind', title: say('fact'), show: (row) => kindName(row.kind) },
        'occurredAt',
        'actor',
        { field: 'content', width: 420, show: (row) => <Content kind={row.kind} content={row.content} /> },
        { field: 'problemId', title: say('ofProblem'), show: (row) => (row.problemId ? <Link to={`/problems/${row.problemId}`}>{say('open')}</Link> : '—') },
        { field: 'complaintId', title: say('ofComplaint'), show: (row) => (row.complaintId ? <PageLink to={`/complaints/${row.complaintId}`}>{say('open')}</PageLink> : '—') },
        { field: 'hash', show: (row) => <code title={row.hash ?? ''}>{row.hash?.slice(0, 12)}…</code> },
      ]}
      moreColumns={['recordedAt']}
      filters={['serial', 'from', 'to']}
      sorts={['occurredAt']}
      exported
      extra={
        <Space wrap>
          <Select
            mode="multiple"
            allowClear
            aria-label={say('kind')}
            placeholder={say('kind')}
            style={{ minWidth: 180 }}
            maxTagCount={1}
            options={kindChoices()}
            value={address.getAll('kind')}
            onChange={choose}
            showSearch={{ optionFilterProp: 'label' }}
          />
          <Link to="/ledger/verifications">
            <Button>{say('verifications')}</Button>
          </Link>
          <Link to="/ledger/heads">
            <Button>{say('heads')}</Button>
          </Link>
          {may(person.data, ['SPECIAL_TEAM', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'ADMIN']) && <Button onClick={() => void save()}>{say('export')}</Button>}
        </Space>
      }
    />
  );
}
