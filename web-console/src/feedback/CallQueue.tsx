import { App, Button, Card, Flex, Form, Input, Radio, Rate, Tag, Typography } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Answer, Body, Row } from '../api/client';
import { useAct, useAnswer } from '../api/use';
import { ActButton } from '../parts/acts';
import { moment } from '../parts/moments';
import { Named } from '../parts/names';
import { LightMark } from '../parts/show';
import { Failure, Loaded, Nothing } from '../parts/states';
import { useFrameWords, useWords } from '../words';
import { words } from './words';

type CallBack = Row<'intake', 'listCallBacks'>;
type Outcome = Body<'intake', 'recordCallBackOutcome'>;

/** The call that is due first, with its complaint, and what came of it; then the next. */
export function CallQueue({ choice }: { choice: ReactNode }) {
  const say = useWords(words);
  const queue = useAnswer('intake', 'listCallBacks', { query: { status: ['OPEN'], sort: 'dueAt', limit: 50, count: 'exact' } });
  const [passed, setPassed] = useState<string[]>([]);
  return (
    <section aria-label={say('callBacks')}>
      <Flex wrap gap={12} align="center" style={{ marginBottom: 12 }}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {say('callBacks')}
        </Typography.Title>
        {choice}
        {typeof queue.data?.total === 'number' && <span role="status">{say('left', { count: queue.data.total })}</span>}
      </Flex>
      <Loaded asked={queue}>
        {({ items }) => {
          const next = items.find((one) => !passed.includes(one.id)) ?? items[0];
          return next ? <OneCall key={`${next.id} ${next.attempts}`} call={next} onPassed={() => setPassed([...passed, next.id])} /> : <Nothing text={say('none')} />;
        }}
      </Loaded>
    </section>
  );
}

function OneCall({ call, onPassed }: { call: CallBack; onPassed: () => void }) {
  const say = useWords(words);
  const frame = useFrameWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Partial<Outcome>>();
  const act = useAct('intake', 'recordCallBackOutcome');
  const complaint = useAnswer('intake', 'getComplaint', { path: { id: call.complaintId } });
  const [reporter, setReporter] = useState<Answer<'intake', 'discloseReporter'>>();
  const can = (action: CallBack['allowedActions'][number]) => call.allowedActions.includes(action);

  const record = async (outcome: Outcome) => {
    await act.mutateAsync({ path: { id: call.id }, body: outcome }).then(
      () => {
        message.success(say('saved', { serial: call.complaintSerial }));
        onPassed();
      },
      () => undefined,
    );
  };

  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))', gap: 20, alignItems: 'start' }}>
      <Card
        size="small"
        title={
          <Flex wrap gap={8} align="center">
            <Link to={`/complaints/${call.complaintId}`}>{call.complaintSerial}</Link>
            <LightMark value={call.light} />
            <Tag>{say('due', { at: moment(call.dueAt) })}</Tag>
            {call.attempts > 0 && <Tag color="orange">{say('tried', { count: call.attempts })}</Tag>}
          </Flex>
        }
      >
        <div>
          {say('problem')} <Link to={`/problems/${call.problemId}`}>{call.problemSerial}</Link> {call.title} · <Named kind="channel" code={call.channel} />
        </div>
        <p style={{ fontSize: 16, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{complaint.data?.text}</p>
        {complaint.error && <Failure error={complaint.error} />}
        <Flex wrap gap={12} align="center">
          <strong style={{ fontSize: 20 }}>
            {(reporter ?? complaint.data?.reporter)?.name} {(reporter ?? complaint.data?.reporter)?.phone}
          </strong>
          {!reporter && (
            <ActButton
              service="intake"
              operation="discloseReporter"
              path={{ id: call.complaintId }}
              title={say('phone')}
              hint={say('phoneHint')}
              initial={{ reason: say('call') }}
              onDone={setReporter}
              primary
            />
          )}
        </Flex>
      </Card>
      <Card size="small" title={say('callTitle')}>
        <p style={{ marginTop: 0 }}>{say('callHint')}</p>
        {act.error && <Failure error={act.error} />}
        <Form form={form} layout="vertical" onFinish={(typed: Partial<Outcome>) => void record({ ...typed, reached: true, comment: typed.comment?.trim() || null })}>
          <Form.Item name="resolved" label={say('resolvedQuestion')} rules={[{ required: true, message: say('required') }]}>
            <Radio.Group
              optionType="button"
              options={[
                { value: true, label: frame('yes') },
                { value: false, label: frame('no') },
              ]}
            />
          </Form.Item>
          <Form.Item name="satisfaction" label={say('satisfactionQuestion')} rules={[{ required: true, message: say('required') }]}>
            <Rate style={{ fontSize: 28 }} />
          </Form.Item>
          <Form.Item name="comment" label={say('comment')} rules={[{ max: 500 }]}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
          <Flex wrap gap={8}>
            {can('RECORD_ANSWER') && (
              <Button type="primary" htmlType="submit" size="large" loading={act.isPending}>
                {say('saveNext')}
              </Button>
            )}
            {can('RECORD_ATTEMPT') && (
              <Button size="large" loading={act.isPending} onClick={() => void record({ reached: false })}>
                {say('recordNotReached')}
              </Button>
            )}
          </Flex>
        </Form>
      </Card>
    </div>
  );
}
