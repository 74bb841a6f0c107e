import { Flex, Space, Tabs, Tag, Typography } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import type { Answer } from '../api/client';
import { useAnswer } from '../api/use';
import { Fields } from '../parts/Fields';
import { moment } from '../parts/moments';
import { Named } from '../parts/names';
import { PageLink } from '../parts/PageLink';
import { BeforeAfter } from '../parts/photos';
import { CodeTag } from '../parts/show';
import { Loaded } from '../parts/states';
import { code, useFrameWords, useWords } from '../words';
import { CertificateOf } from './CertificateOf';
import { InclusionOf } from './InclusionOf';
import { TimelineOf } from './TimelineOf';
import { words } from './words';

type Problem = Answer<'intake', 'getProblem'>;

export default function ProblemDetail() {
  const { id = '' } = useParams();
  const problem = useAnswer('intake', 'getProblem', { path: { id } });
  return <Loaded asked={problem}>{(known) => <Shown problem={known} />}</Loaded>;
}

function Shown({ problem }: { problem: Problem }) {
  const say = useWords(words);
  const frame = useFrameWords();
  const [address, setAddress] = useSearchParams();
  return (
    <article>
      <Flex wrap gap={12} align="center" style={{ marginBottom: 12 }}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {problem.serial} {problem.title}
        </Typography.Title>
        <CodeTag name="ProblemStatus" value={problem.status} />
        {problem.overdue && <Tag color="red">{frame('late', { time: '' })}</Tag>}
      </Flex>
      <Space wrap size="middle" style={{ marginBottom: 12 }}>
        {problem.orderItemId && <PageLink only to={`/order-items/${problem.orderItemId}`}>{say('item')}</PageLink>}
        {problem.orderId && (
          <PageLink only to={`/orders/${problem.orderId}`}>
            {say('order')} {problem.orderSerial}
          </PageLink>
        )}
        <PageLink only to={`/rechecks?problemId=${problem.id}`}>{say('rechecks')}</PageLink>
        {problem.findingId && <PageLink only to={`/findings/${problem.findingId}`}>{say('finding')}</PageLink>}
        {problem.relapseOf && <PageLink to={`/problems/${problem.relapseOf}`}>{say('relapseOf')}</PageLink>}
        {problem.mergedInto && <PageLink to={`/problems/${problem.mergedInto}`}>{say('mergedInto')}</PageLink>}
      </Space>
      <Tabs
        activeKey={address.get('tab') ?? 'facts'}
        onChange={(tab) => setAddress({ tab }, { replace: true })}
        items={[
          { key: 'facts', label: say('facts'), children: <Facts problem={problem} /> },
          { key: 'timeline', label: say('timeline'), children: <TimelineOf problemId={problem.id} /> },
          { key: 'photos', label: say('photos'), children: <Photos problemId={problem.id} /> },
          { key: 'certificate', label: say('certificate'), children: <CertificateOf problemId={problem.id} /> },
          { key: 'inclusion', label: say('inclusion'), children: <InclusionOf problemId={problem.id} /> },
        ]}
      />
    </article>
  );
}

function Facts({ problem }: { problem: Problem }) {
  const say = useWords(words);
  const { count, items } = problem.complaints;
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <p style={{ fontSize: 16, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 }}>{problem.description}</p>
      <Fields
        service="intake"
        object="ProblemView"
        value={problem}
        fields={['categoryCode', 'deadlineClass', 'sourceKind', 'location', 'placedBy', 'placeDoubt', 'filedAt', 'responsibleUnit', 'jointUnitCodes', 'dueAt', 'reworkCount', 'writtenOffAt', 'unassignedReason', 'standingDemand']}
      />
      <section>
        <Typography.Title level={2} style={{ fontSize: 16 }}>
          {say('complaints', { count })}
        </Typography.Title>
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {items.map((complaint) => (
            <li key={complaint.id}>
              <PageLink to={`/complaints/${complaint.id}`}>{complaint.serial}</PageLink> <Named kind="channel" code={complaint.channel} /> {moment(complaint.receivedAt)}
            </li>
          ))}
        </ul>
        {count > items.length && <PageLink only to={`/complaints?problemId=${problem.id}`}>{say('allComplaints')}</PageLink>}
      </section>
    </div>
  );
}

function Photos({ problemId }: { problemId: string }) {
  const say = useWords(words);
  const photos = useAnswer('intake', 'getProblemPhotos', { path: { id: problemId } });
  return (
    <Loaded asked={photos}>
      {({ before, after }) => {
        const doubtful = [...before, ...after].filter((photo) => photo.doubts.length > 0 || photo.sameAs);
        return (
          <>
            <BeforeAfter before={before.map((photo) => photo.id)} after={after.map((photo) => photo.id)} />
            {doubtful.length > 0 && (
              <section style={{ marginTop: 16 }}>
                <Typography.Title level={2} style={{ fontSize: 16 }}>
                  {say('doubts')}
                </Typography.Title>
                {doubtful.map((photo) => (
                  <div key={photo.id}>
                    {photo.takenAt && moment(photo.takenAt)}{' '}
                    {photo.doubts.map((doubt) => (
                      <Tag key={doubt} color="red">
                        {code('PhotoDoubt', doubt)}
                      </Tag>
                    ))}
                    {photo.sameAs && (
                      <PageLink to={`/problems/${photo.sameAs.problemId}`}>{say('sameAs', { serial: photo.sameAs.problemSerial, different: photo.sameAs.different })}</PageLink>
                    )}
                  </div>
                ))}
              </section>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
