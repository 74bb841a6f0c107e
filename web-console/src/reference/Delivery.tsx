import { Card, Flex, Table, Typography } from 'antd';
import { Link, useParams } from 'react-router';
import type { Answer, Service } from '../api/client';
import { useAnswer } from '../api/use';
import { ActButton } from '../parts/acts';
import { Fields } from '../parts/Fields';
import { moment } from '../parts/moments';
import { CodeTag } from '../parts/show';
import { Loaded, Nothing } from '../parts/states';
import { code as nameOf, label, useWords } from '../words';
import { Recipient } from './Recipient';
import { words } from './words';

type Log = Answer<'dispatch', 'getDelivery'>['log'] | Answer<'intake', 'getChannelDelivery'>['log'];

/** One message of a channel, with every attempt. */
export function ChannelDelivery() {
  const { code = '', id = '' } = useParams();
  const say = useWords(words);
  const asked = useAnswer('intake', 'getChannelDelivery', { path: { code, id } });
  return (
    <Loaded asked={asked}>
      {({ delivery, body, log }) => (
        <Flex vertical gap={16}>
          <Link to={`/channels/${code}/deliveries`}>← {say('deliveries')}</Link>
          <Flex justify="space-between" wrap gap={8}>
            <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
              {say('delivery')}
            </Typography.Title>
            {delivery.status !== 'WAITING' && (
              <ActButton service="intake" operation="redeliverToChannel" path={{ code, id }} title={say('redeliver')} hint={say('redeliverHint')} />
            )}
          </Flex>
          <Fields
            service="intake"
            object="ChannelDeliveryLine"
            value={delivery}
            fields={['event', 'status', 'attempts', 'createdAt', 'nextAttemptAt', 'finishedAt', 'outcome', 'statusCode', 'answer']}
          />
          <Sent service="intake" body={body} log={log} />
        </Flex>
      )}
    </Loaded>
  );
}

/** One message of dispatch, with every attempt. */
export function MessageDelivery() {
  const { id = '' } = useParams();
  const say = useWords(words);
  const asked = useAnswer('dispatch', 'getDelivery', { path: { id } });
  return (
    <Loaded asked={asked}>
      {({ delivery, body, log }) => (
        <Flex vertical gap={16}>
          <Link to="/deliveries">← {say('deliveries')}</Link>
          <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
            {say('delivery')}
          </Typography.Title>
          <Fields
            service="dispatch"
            object="DeliveryLine"
            value={delivery}
            fields={['channel', 'recipient', 'kind', 'status', 'attempts', 'createdAt', 'nextAttemptAt', 'finishedAt']}
            show={{ recipient: <Recipient of={delivery.recipient} />, kind: nameOf('NotificationKind', delivery.kind) }}
          />
          <Sent service="dispatch" body={body} log={log} />
        </Flex>
      )}
    </Loaded>
  );
}

function Sent({ service, body, log }: { service: Service; body: string; log: Log }) {
  const say = useWords(words);
  const title = (field: keyof Log[number]) => label(service, 'Attempt', field);
  return (
    <>
      <Card size="small" title={say('sent')}>
        <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 }}>{body}</pre>
      </Card>
      <Table<Log[number]>
        size="small"
        pagination={false}
        rowKey="number"
        dataSource={log}
        locale={{ emptyText: <Nothing text={say('noAttempt')} /> }}
        columns={[
          { dataIndex: 'number', title: title('number') },
          { key: 'at', title: title('at'), render: (_, attempt) => moment(attempt.at) },
          { dataIndex: 'tookMillis', title: title('tookMillis'), align: 'right' },
          { key: 'outcome', title: title('outcome'), render: (_, attempt) => <CodeTag name="Result" value={attempt.outcome} /> },
          { dataIndex: 'statusCode', title: title('statusCode') },
          { dataIndex: 'answer', title: title('answer') },
        ]}
      />
    </>
  );
}
