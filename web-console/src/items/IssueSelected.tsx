import { App, Modal, Table } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Answer, Body } from '../api/client';
import { useAct } from '../api/use';
import { ActButton } from '../parts/acts';
import { moment } from '../parts/moments';
import { Failure } from '../parts/states';
import { useWords } from '../words';
import { words } from './words';

type Batch = Answer<'dispatch', 'issueOrders'>;

/** Puts what was chosen on orders, one for each unit: tried first, shown, and only then issued. */
export function IssueSelected({ problemIds, done }: { problemIds: string[]; done: () => void }) {
  const say = useWords(words);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [tried, setTried] = useState<{ batch: Batch; sent: Body<'dispatch', 'issueOrders'> }>();
  const issue = useAct('dispatch', 'issueOrders');

  const confirm = async () => {
    if (!tried) {
      return;
    }
    // What it says when it is refused stays in the window.
    const issued = await issue.mutateAsync({ body: { ...tried.sent, dryRun: false } }).catch(() => undefined);
    if (issued) {
      message.success(say('issuedOrders', { count: issued.orders.length }));
      setTried(undefined);
      done();
      void navigate('/orders');
    }
  };

  return (
    <>
      <ActButton
        service="dispatch"
        operation="issueOrders"
        title={say('issueSelected')}
        submit={say('tryFirst')}
        hint={say('issueHint', { count: problemIds.length })}
        fields={['kind', 'urgency', 'basisKind', 'basis', 'basisReference', 'basisOn', 'signer']}
        initial={{ kind: 'SPECIAL', urgency: 'NORMAL' }}
        changes={{ kind: { codes: ['SPECIAL', 'BULLETIN'] } }}
        prepare={(body) => ({ ...body, dryRun: true, items: problemIds.map((problemId) => ({ problemId })) })}
        silent
        onDone={(batch, sent) => setTried({ batch, sent })}
      />
      <Modal
        open={tried !== undefined}
        title={say('issuePreview')}
        okText={say('issueNow')}
        okButtonProps={{ loading: issue.isPending }}
        onOk={() => void confirm()}
        onCancel={() => setTried(undefined)}
        width={800}
      >
        {issue.error && <Failure error={issue.error} />}
        {tried?.batch.orders.map((order) => (
          <Table
            key={order.leadUnit.code}
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            rowKey="problemId"
            title={() => <strong>{say('orderOf', { unit: order.leadUnit.name, count: order.items.length })}</strong>}
            dataSource={order.items}
            columns={[
              { title: say('problem'), dataIndex: 'problemSerial' },
              { title: say('itemTitle'), dataIndex: 'title' },
              { title: say('due'), render: (_, item) => moment(item.dueAt) },
              { title: say('why'), render: (_, item) => item.why?.words ?? '—' },
            ]}
          />
        ))}
      </Modal>
    </>
  );
}
