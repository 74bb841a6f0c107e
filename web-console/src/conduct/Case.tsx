import { Alert, Card, Flex, Space, Table, Timeline, Typography } from 'antd';
import { Link, useParams } from 'react-router';
import type { Answer } from '../api/client';
import { useAnswer } from '../api/use';
import { ActButton, Acts } from '../parts/acts';
import { Fields } from '../parts/Fields';
import { moment } from '../parts/moments';
import { Photo } from '../parts/photos';
import { ActorName, CodeTag } from '../parts/show';
import { Loaded, Nothing } from '../parts/states';
import { code, label, useWords } from '../words';
import { words } from './words';

type CaseView = Answer<'inspection', 'getAccountabilityCase'>;
type Evidence = NonNullable<CaseView['evidence']>;
type Round = Evidence['rounds'][number];
type CardRow = Evidence['cards'][number];

/** A case: the facts, what became of it, and what may be done. The system records; it does not judge. */
export default function Case() {
  const { id = '' } = useParams();
  const say = useWords(words);
  const asked = useAnswer('inspection', 'getAccountabilityCase', { path: { id } });
  const decide = (decision: 'ACCEPTED' | 'REFUSED') => (title: string, first: boolean) => (
    <ActButton
      primary={first}
      service="inspection"
      operation="decideAccountabilityCase"
      path={{ id }}
      title={title}
      hint={say('confirmHint')}
      fields={['reason']}
      fixed={{ decision }}
    />
  );
  return (
    <Loaded asked={asked}>
      {(view) => (
        <Flex vertical gap={16}>
          <Link to="/accountability-cases">← {say('cases')}</Link>
          <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
            {say('case', { level: code('ConductLevel', view.level), unit: view.subjectUnit.name })}
          </Typography.Title>
          <Alert type="info" title={say('record')} />
          <Acts
            lifecycle="CaseAction"
            allowed={view.allowedActions}
            forms={{
              CONFIRM: decide('ACCEPTED'),
              DISMISS: decide('REFUSED'),
              SERVE: (title, first) => (
                <ActButton primary={first} service="inspection" operation="serveAccountabilityCase" path={{ id }} title={title} hint={say('serveHint')} />
              ),
            }}
          />
          <Fields service="inspection" object="CaseView" value={view} fields={['level', 'status', 'subjectUnit', 'suggestion']} columns={2} />
          <Space wrap>
            {view.problemId && <Link to={`/problems/${view.problemId}`}>{say('problem')}</Link>}
            {view.itemId && <Link to={`/order-items/${view.itemId}`}>{say('item')}</Link>}
          </Space>
          <Course view={view} />
          {view.evidence ? <Facts evidence={view.evidence} /> : <Nothing text={say('noEvidence')} />}
        </Flex>
      )}
    </Loaded>
  );
}

function Heading({ text }: { text: string }) {
  return <h2 style={{ fontSize: 16, margin: 0 }}>{text}</h2>;
}

function Course({ view }: { view: CaseView }) {
  const say = useWords(words);
  const steps = [
    { title: say('proposed'), at: view.proposedAt, by: view.proposedBy, text: view.suggestion },
    { title: `${say('decided')}：${code('CaseStatus', view.status === 'DISMISSED' ? 'DISMISSED' : 'CONFIRMED')}`, at: view.decidedAt, by: view.decidedBy, text: view.decisionReason },
    { title: say('served'), at: view.servedAt, by: view.servedBy, text: undefined },
  ].filter((step) => step.at);
  return (
    <Card size="small" title={<Heading text={say('timeline')} />}>
      <Timeline
        items={steps.map((step) => ({
          key: step.title,
          content: (
            <>
              <strong>{step.title}</strong> {step.at && moment(step.at)} {step.by && <ActorName actor={step.by} />}
              {step.text && <div style={{ whiteSpace: 'pre-wrap' }}>{step.text}</div>}
            </>
          ),
        }))}
      />
      <div>
        {say('basis')}：{view.basis.length === 0 ? say('noFacts') : [...new Set(view.basis.map((basis) => basis.kind))].map((kind) => `${say(kind)} ×${view.basis.filter((basis) => basis.kind === kind).length}`).join('、')}
      </div>
    </Card>
  );
}

function Facts({ evidence }: { evidence: Evidence }) {
  const say = useWords(words);
  const ofRound = (field: keyof Round) => label('inspection', 'CheckedRound', field);
  const ofCard = (field: keyof CardRow) => label('inspection', 'CardView', field);
  return (
    <>
      <Card size="small" title={<Heading text={`${say('evidence')} · ${say('rounds')}`} />}>
        <Table<Round>
          size="small"
          pagination={false}
          scroll={{ x: 'max-content' }}
          rowKey="recheckId"
          dataSource={evidence.rounds}
          locale={{ emptyText: <Nothing text={say('noFacts')} /> }}
          columns={[
            { key: 'round', title: ofRound('round'), render: (_, row) => say('round', { round: row.round }) },
            { key: 'serial', title: ofRound('problemSerial'), render: (_, row) => <Link to={`/order-items/${row.itemId}`}>{row.problemSerial}</Link> },
            { dataIndex: 'title', title: ofRound('title') },
            { key: 'replied', title: ofRound('repliedAt'), render: (_, row) => moment(row.repliedAt) },
            { key: 'done', title: ofRound('doneAt'), render: (_, row) => <Link to={`/rechecks/${row.recheckId}`}>{moment(row.doneAt)}</Link> },
            { key: 'outcome', title: ofRound('outcome'), render: (_, row) => <CodeTag name="RecheckOutcome" value={row.outcome} /> },
            { dataIndex: 'note', title: ofRound('note') },
            { key: 'photos', title: ofRound('attachmentIds'), render: (_, row) => row.attachmentIds.map((photo) => <Photo key={photo} id={photo} />) },
          ]}
        />
      </Card>
      <Card size="small" title={<Heading text={`${say('evidence')} · ${say('relatedCards')}`} />}>
        <Table<CardRow>
          size="small"
          pagination={false}
          scroll={{ x: 'max-content' }}
          rowKey="id"
          dataSource={evidence.cards}
          locale={{ emptyText: <Nothing text={say('noFacts')} /> }}
          columns={[
            { key: 'kind', title: ofCard('kind'), render: (_, card) => <CodeTag name="CardKind" value={card.kind} /> },
            { key: 'cause', title: ofCard('cause'), render: (_, card) => <CodeTag name="CardCause" value={card.cause} /> },
            { key: 'serial', title: ofCard('problemSerial'), render: (_, card) => <Link to={`/order-items/${card.itemId}`}>{card.problemSerial ?? card.orderSerial}</Link> },
            { dataIndex: 'round', title: ofCard('round') },
            { dataIndex: 'failures', title: ofCard('failures') },
            { key: 'issued', title: ofCard('issuedAt'), render: (_, card) => moment(card.issuedAt) },
          ]}
        />
      </Card>
    </>
  );
}
