import { Divider, Flex, Tag } from 'antd';
import { Fields } from '../parts/Fields';
import { moment } from '../parts/moments';
import { BeforeAfter, Photo } from '../parts/photos';
import { ActorName, CodeTag } from '../parts/show';
import { code, useWords } from '../words';
import { filled, papersOf, type Reply } from './item';
import { words } from './words';

type Steps = Reply['steps'];
type Outcomes = Reply['outcomes'];

/** What the lead unit answered, and what the special team said to it; the newest first. */
export function Replies({ replies }: { replies: Reply[] }) {
  const say = useWords(words);
  if (replies.length === 0) {
    return say('noReply');
  }
  return [...replies]
    .sort((a, b) => b.repliedAt.localeCompare(a.repliedAt))
    .map((reply, index) => (
      <article key={reply.id}>
        {index > 0 && <Divider />}
        <Flex wrap gap={8} align="center" style={{ marginBottom: 8 }}>
          <CodeTag name="ReplyKind" value={reply.kind} />
          <span>{moment(reply.repliedAt)}</span>
          <ActorName actor={reply.repliedBy} />
          {reply.round > 0 && <Tag>{say('roundOf', { round: reply.round + 1 })}</Tag>}
          <Tag color={reply.onTime ? 'green' : 'red'}>{reply.onTime ? say('onTime') : say('lateReply')}</Tag>
        </Flex>
        <Fields service="dispatch" object="ReplyView" columns={1} value={reply} fields={filled(reply, ['cause', 'measures', 'resultSummary', 'lastingMeasures', 'subUnit', 'spent'])} />
        <WorkSteps steps={reply.steps} />
        <Results outcomes={reply.outcomes} />
        <Pictures work={reply} />
        {reply.review && (
          <p>
            <strong>{say('review')}</strong> <CodeTag name="ReviewDecision" value={reply.review.decision} /> {moment(reply.review.reviewedAt)}
            {reply.review.opinion && <>：{reply.review.opinion}</>}
            {reply.review.standingDemand && (
              <>
                <br />
                <strong>{say('standingDemand')}</strong> {reply.review.standingDemand}
              </>
            )}
          </p>
        )}
      </article>
    ));
}

export function WorkSteps({ steps }: { steps: Steps }) {
  const say = useWords(words);
  return (
    steps.length > 0 && (
      <>
        <h3 style={{ fontSize: 14, margin: '12px 0 4px' }}>{say('workSteps')}</h3>
        <ol style={{ margin: 0, paddingInlineStart: 24 }}>
          {steps.map((step, index) => (
            <li key={index}>
              {step.text}（{step.doneBy}，{moment(step.doneAt)}）
            </li>
          ))}
        </ol>
      </>
    )
  );
}

export function Results({ outcomes }: { outcomes: Outcomes }) {
  const say = useWords(words);
  return (
    outcomes.length > 0 && (
      <>
        <h3 style={{ fontSize: 14, margin: '12px 0 4px' }}>{say('results')}</h3>
        <ul style={{ margin: 0, paddingInlineStart: 24 }}>
          {outcomes.map((outcome, index) => (
            <li key={index}>
              {outcome.measure} {outcome.quantity} {code('MeasureUnit', outcome.unit)}
              {outcome.qualifier === 'AT_LEAST' && code('Qualifier', 'AT_LEAST')}
            </li>
          ))}
        </ul>
      </>
    )
  );
}

export function Pictures({ work }: { work: { attachmentIds: string[]; beforePhotoIds: string[]; afterPhotoIds: string[] } }) {
  const say = useWords(words);
  const papers = papersOf(work);
  return (
    <>
      {work.beforePhotoIds.length + work.afterPhotoIds.length > 0 && (
        <div style={{ marginTop: 12 }}>
          <BeforeAfter before={work.beforePhotoIds} after={work.afterPhotoIds} />
        </div>
      )}
      {papers.length > 0 && (
        <Flex wrap gap={8} style={{ marginTop: 12 }}>
          {say('otherPapers')}
          {papers.map((id) => (
            <Photo key={id} id={id} />
          ))}
        </Flex>
      )}
    </>
  );
}
