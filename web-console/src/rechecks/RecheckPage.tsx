import { Image, Space, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import type { Answer, Seen } from '../api/client';
import { useSeen } from '../api/use';
import { Detail, Rows, Section } from '../parts/Detail';
import { PageLink } from '../parts/PageLink';
import { Fields } from '../parts/Fields';
import { Photo } from '../parts/photos';
import { CodeTag } from '../parts/show';
import { Loaded, Nothing } from '../parts/states';
import { useFrameWords, useWords } from '../words';
import { RecheckActs } from './RecheckActs';
import { words } from './words';

export type Recheck = Answer<'inspection', 'getRecheck'>;

export default function RecheckPage() {
  const { id = '' } = useParams();
  const recheck = useSeen('inspection', 'getRecheck', { path: { id } });
  return <Loaded asked={recheck}>{(seen) => <Shown seen={seen} />}</Loaded>;
}

function Shown({ seen }: { seen: Seen<Recheck> }) {
  const say = useWords(words);
  const { value: recheck, tag } = seen;
  return (
    <Detail
      title={`${recheck.problemSerial} ${recheck.title}`}
      tags={
        <>
          <CodeTag name="RecheckStatus" value={recheck.status} />
          <CodeTag name="RecheckKind" value={recheck.kind} />
          {recheck.outcome && <CodeTag name="RecheckOutcome" value={recheck.outcome} />}
          {recheck.overdue && <Tag color="red">{say('overdueText')}</Tag>}
          {recheck.drawn && <Tag>{say('drawnText')}</Tag>}
          {recheck.held && <Tag>{say('heldText')}</Tag>}
        </>
      }
      acts={<RecheckActs recheck={recheck} tag={tag} />}
    >
      <Space wrap size="middle" style={{ marginBottom: 12 }}>
        <Link to={`/problems/${recheck.problemId}`}>{say('problem')}</Link>
        <Link to={`/order-items/${recheck.itemId}`}>{say('item')}</Link>
        {recheck.lotId && (
          <PageLink only to={`/recheck-lots/${recheck.lotId}`}>
            {say('lot')}
          </PageLink>
        )}
      </Space>
      <Fields
        service="inspection"
        object="RecheckView"
        value={{ ...recheck, inspectors: recheck.inspectors.map((one) => ({ name: one.subject })) }}
        fields={['categoryCode', 'deadlineClass', 'place', 'leadUnit', 'round', 'standingDemand', 'repliedAt', 'acceptedAt', 'advisedFrom', 'dueAt', 'inspectors', 'notSolved', 'requiredEvidence']}
      />
      <Result recheck={recheck} />
      <Section title={say('waivers')}>
        {recheck.waivers.length > 0 ? (
          <Rows service="inspection" object="WaiverView" rows={recheck.waivers} keyOf={(waiver) => waiver.evidence} fields={['evidence', 'reason', 'actor', 'at']} />
        ) : (
          <Nothing text={say('noWaivers')} />
        )}
      </Section>
    </Detail>
  );
}

function Result({ recheck }: { recheck: Recheck }) {
  const say = useWords(words);
  const frame = useFrameWords();
  if (!recheck.doneAt) {
    return (
      <Section title={say('result')}>
        <Nothing text={say('notDone')} />
      </Section>
    );
  }
  return (
    <>
      <Section title={say('result')} extra={recheck.far && <Tag color="orange">{say('farText')}</Tag>}>
        <Fields service="inspection" object="RecheckView" value={recheck} fields={['outcome', 'doneAt', 'doneBy', 'arrivedAt', 'distance', 'beforeAdvisedTime', 'missingEvidence', 'note']} />
      </Section>
      <Section title={say('photos')}>
        {recheck.attachmentIds.length === 0 ? (
          frame('noPhoto')
        ) : (
          <Image.PreviewGroup>
            <Space wrap>
              {recheck.attachmentIds.map((id) => (
                <Photo key={id} id={id} size={140} />
              ))}
            </Space>
          </Image.PreviewGroup>
        )}
      </Section>
    </>
  );
}
