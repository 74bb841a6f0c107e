import { Button, Flex, Image, Modal, Space, Typography } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Answer } from '../api/client';
import { useAnswer, useSeen } from '../api/use';
import { ActButton, Acts } from '../parts/acts';
import { Fields } from '../parts/Fields';
import { PageLink } from '../parts/PageLink';
import { Photo } from '../parts/photos';
import { CodeTag } from '../parts/show';
import { Loaded, Nothing } from '../parts/states';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { useComplaintForms, type Complaint } from './acts';
import { Blurring } from './Blurring';
import { Likeness, SideBySide } from './SideBySide';
import { SuggestionPanel } from './SuggestionPanel';
import { words } from './words';

const FACTS = ['categoryCode', 'location', 'placedBy', 'placeDoubt', 'channel', 'sourceKind', 'sourceRef', 'occurredAt', 'receivedAt', 'trackingCode', 'rejectionReason', 'reporterPurgedAt'] as const;
/** Shown only where there is something to say. */
const SOMETIMES: (typeof FACTS)[number][] = ['placeDoubt', 'sourceRef', 'occurredAt', 'rejectionReason', 'reporterPurgedAt'];
type Reporter = Answer<'intake', 'discloseReporter'>;

export default function ComplaintDetail() {
  const { id = '' } = useParams();
  const complaint = useSeen('intake', 'getComplaint', { path: { id } });
  return <Loaded asked={complaint}>{({ value, tag }) => <Shown complaint={value} version={tag} />}</Loaded>;
}

function Shown({ complaint, version }: { complaint: Complaint; version?: string }) {
  const say = useWords(words);
  const forms = useComplaintForms(complaint, version);
  const waits = complaint.status === 'RECEIVED';
  return (
    <article>
      <Flex wrap gap={12} align="center" style={{ marginBottom: 12 }}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {say('complaint')} {complaint.serial}
        </Typography.Title>
        <CodeTag name="ComplaintStatus" value={complaint.status} />
        {complaint.waitingFor && <CodeTag name="WaitingFor" value={complaint.waitingFor} />}
        {complaint.problemId && (
          <Link to={`/problems/${complaint.problemId}`}>
            {say('problem')} {complaint.problemSerial}
          </Link>
        )}
      </Flex>
      <Acts lifecycle="ComplaintAction" allowed={complaint.allowedActions} forms={forms} />
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))', gap: 20, marginTop: 16, alignItems: 'start' }}>
        <div style={{ display: 'grid', gap: 16, minWidth: 0 }}>
          <section>
            <Typography.Title level={2} style={{ fontSize: 16 }}>
              {complaint.subject ?? say('text')}
            </Typography.Title>
            <p style={{ fontSize: 16, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 }}>{complaint.text}</p>
          </section>
          <Photos complaint={complaint} />
          <Fields
            service="intake"
            object="ComplaintView"
            value={complaint}
            columns={2}
            fields={FACTS.filter((field) => !SOMETIMES.includes(field) || complaint[field])}
            show={complaint.sourceKind === 'INSPECTION_FINDING' && complaint.sourceRef ? { sourceRef: <PageLink to={`/findings/${complaint.sourceRef}`}>{say('finding')}</PageLink> } : {}}
          />
          {complaint.source && (
            <Fields
              service="intake"
              object="SourceDetails"
              title={say('sourceDetails')}
              value={complaint.source}
              columns={2}
              fields={(['title', 'reference', 'heldOn', 'outlet', 'publishedOn', 'link', 'week', 'dueOn'] as const).filter((field) => complaint.source?.[field])}
            />
          )}
          <Reporters complaint={complaint} />
          {complaint.handover && (
            <Fields service="intake" object="Handover" title={say('handover')} value={complaint.handover} columns={1} fields={['bodyCode', 'reason', 'replyToReporter']} />
          )}
          {complaint.feedback && (
            <Fields service="intake" object="GivenFeedback" title={say('feedback')} value={complaint.feedback} columns={2} fields={['resolved', 'satisfaction', 'comment', 'way', 'givenAt']} />
          )}
        </div>
        <div style={{ display: 'grid', gap: 16, minWidth: 0 }}>
          <SuggestedFor complaint={complaint} />
          {(waits || complaint.status === 'FILED') && <SimilarTo complaint={complaint} version={version} />}
          {complaint.status === 'MERGED' && complaint.problemId && (
            <SideBySide complaint={complaint} problemId={complaint.problemId}>
              {complaint.allowedActions.includes('SPLIT') && forms.SPLIT?.(say('split'), false)}
            </SideBySide>
          )}
        </div>
      </div>
    </article>
  );
}

function SuggestedFor({ complaint }: { complaint: Complaint }) {
  const say = useWords(words);
  const suggestion = useAnswer('intake', 'suggestForComplaint', { path: { id: complaint.id } });
  return (
    <section>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {say('suggestion')}
      </Typography.Title>
      <Loaded asked={suggestion}>{(known) => <SuggestionPanel suggestion={known} category={complaint.categoryCode ?? undefined} />}</Loaded>
    </section>
  );
}

/** Only the special team may ask, so nobody else does. */
function SimilarTo({ complaint, version }: { complaint: Complaint; version?: string }) {
  const say = useWords(words);
  const person = usePerson();
  const allowed = may(person.data, ['SPECIAL_TEAM']);
  const similar = useAnswer('intake', 'listSimilarProblems', { path: { id: complaint.id } }, { enabled: allowed });
  const [opened, setOpened] = useState<string>();
  if (!allowed) {
    return null;
  }
  return (
    <section>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {say('similar')}
      </Typography.Title>
      <Loaded asked={similar}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing text={say('noSimilar')} />
          ) : (
            <div style={{ display: 'grid', gap: 12 }}>
              {items.map((one) => (
                <div key={one.problemId}>
                  <Flex wrap gap={8} align="center">
                    <Link to={`/problems/${one.problemId}`}>{one.serial}</Link> {one.title} <CodeTag name="ProblemStatus" value={one.status} />
                    <Button size="small" onClick={() => setOpened(opened === one.problemId ? undefined : one.problemId)} aria-expanded={opened === one.problemId}>
                      {say('compare')}
                    </Button>
                  </Flex>
                  {opened === one.problemId ? (
                    <SideBySide complaint={complaint} problemId={one.problemId} similar={one}>
                      {complaint.allowedActions.includes('MERGE') && (
                        <ActButton
                          service="intake"
                          operation="mergeComplaint"
                          path={{ id: complaint.id }}
                          version={version}
                          title={say('mergeInto', { serial: one.serial })}
                          hint={say('mergeHint')}
                          fields={[]}
                          fixed={{ problemId: one.problemId }}
                          primary
                        />
                      )}
                    </SideBySide>
                  ) : (
                    <Likeness similar={one} />
                  )}
                </div>
              ))}
            </div>
          )
        }
      </Loaded>
    </section>
  );
}

function Photos({ complaint }: { complaint: Complaint }) {
  const say = useWords(words);
  const person = usePerson();
  const [blurring, setBlurring] = useState<string>();
  const [original, setOriginal] = useState<string>();
  if (complaint.attachmentIds.length === 0) {
    return null;
  }
  return (
    <section aria-label={say('photos')}>
      <Image.PreviewGroup>
        <Space wrap align="start">
          {complaint.attachmentIds.map((id) => (
            <Space key={id} orientation="vertical" align="center" size={2}>
              <Photo id={id} size={140} />
              {may(person.data, ['SPECIAL_TEAM', 'CHANNEL_CLERK']) && (
                <Button size="small" onClick={() => setBlurring(id)}>
                  {say('blur')}
                </Button>
              )}
              {may(person.data, ['SPECIAL_TEAM']) && (
                <ActButton service="intake" operation="discloseOriginal" path={{ id }} title={say('original')} hint={say('originalHint')} onDone={(answer) => setOriginal(answer.url)} />
              )}
            </Space>
          ))}
        </Space>
      </Image.PreviewGroup>
      {blurring && <Blurring id={blurring} onClose={() => setBlurring(undefined)} />}
      {original && (
        <Modal open footer={null} title={say('original')} onCancel={() => setOriginal(undefined)} width={860}>
          <Image src={original} alt={say('original')} style={{ maxWidth: '100%' }} />
        </Modal>
      )}
    </section>
  );
}

function Reporters({ complaint }: { complaint: Complaint }) {
  const say = useWords(words);
  const person = usePerson();
  // What is disclosed is shown, and kept nowhere.
  const [disclosed, setDisclosed] = useState<Reporter>();
  const reporter = disclosed ?? complaint.reporter;
  return reporter ? (
    <div style={{ display: 'grid', gap: 8 }}>
      <Fields service="intake" object="ReporterView" title={say('reporter')} value={reporter} columns={2} fields={['name', 'phone', 'anonymous', 'confidential', 'wantsCallback']} />
      {!disclosed && !reporter.anonymous && !complaint.reporterPurgedAt && may(person.data, ['SPECIAL_TEAM', 'CHANNEL_CLERK']) && (
        <span>
          <ActButton service="intake" operation="discloseReporter" path={{ id: complaint.id }} title={say('disclose')} hint={say('discloseHint')} onDone={setDisclosed} />
        </span>
      )}
    </div>
  ) : null;
}
