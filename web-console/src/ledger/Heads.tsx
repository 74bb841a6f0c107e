import { Table, Typography } from 'antd';
import { useAnswer } from '../api/use';
import { ListPage } from '../parts/ListPage';
import { moment } from '../parts/moments';
import { Loaded, Nothing } from '../parts/states';
import { useWords } from '../words';
import { words } from './words';

/** The signed head of each day, and the keys by which anybody can check the signatures. */
export default function Heads() {
  const say = useWords(words);
  const keys = useAnswer('intake', 'listLedgerKeys');
  return (
    <>
      <ListPage
        service="intake"
        operation="listLedgerHeads"
        object="HeadView"
        title={say('headsTitle')}
        columns={['day', 'sequence', 'hash', 'root', 'keyId', 'signature']}
        filters={['from', 'to']}
        keyOf={(row) => row.day}
        exported
      />
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {say('keys')}
      </Typography.Title>
      <Loaded asked={keys}>
        {(known) => (
          <Table
            size="small"
            rowKey="keyId"
            pagination={false}
            dataSource={known}
            locale={{ emptyText: <Nothing text={say('noKeys')} /> }}
            columns={[
              { title: say('keyId'), dataIndex: 'keyId' },
              { title: say('algorithm'), dataIndex: 'algorithm' },
              { title: say('since'), dataIndex: 'since', render: (since: string) => moment(since) },
              { title: say('publicKey'), dataIndex: 'publicKey', render: (key: string) => <code style={{ overflowWrap: 'anywhere' }}>{key}</code> },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}
