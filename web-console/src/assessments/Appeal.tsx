import { Card, Flex, Space, Timeline, Typography } from 'antd';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../api/use';
import { ActButton, Acts } from '../parts/acts';
import { Fields } from '../parts/Fields';
import { moment } from '../parts/moments';
import { ActorName, CodeTag } from '../parts/show';
import { Loaded, Nothing } from '../parts/states';
import { useWords } from '../words';
import { words } from './words';

/** An appeal of a unit, and what its two reviewers say. */
export default function Appeal() {
  const { month = '', id = '' } = useParams();
  const say = useWords(words);
  const asked = useAnswer('inspection', 'getAppeal', { path: { month, id } });
  const review = (decision: 'ACCEPTED' | 'REFUSED') => (title: string, first: boolean) => (
    <ActButton
      primary={first}
      danger={decision === 'REFUSED'}
      service="inspection"
      operation="reviewAppeal"
      path={{ month, id }}
      title={title}
      hint={say('twoReviewers')}
      fields={['opinion']}
      fixed={{ decision }}
    />
  );
  return (
    <Loaded asked={asked}>
      {(appeal) => (
        <Flex vertical gap={16}>
          <Link to={`/assessments/${month}/appeals`}>← {say('appeals', { month })}</Link>
          <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
            {say('appealTitle', { unit: appeal.unit.name })}
          </Typography.Title>
          <Acts lifecycle="AppealAction" allowed={appeal.allowedActions} forms={{ ACCEPT: review('ACCEPTED'), CONFIRM: review('ACCEPTED'), REFUSE: review('REFUSED') }} />
          <Fields service="inspection" object="AppealView" value={appeal} fields={['month', 'unit', 'status', 'requestedAt', 'requestedBy', 'reason']} />
          <Space>
            <Link to={`/problems/${appeal.problemId}`}>{say('problem')}</Link>
          </Space>
          <Card size="small" title={<h2 style={{ fontSize: 16, margin: 0 }}>{say('decisions', { count: appeal.decisions.length })}</h2>}>
            <p>{say('twoReviewers')}</p>
            {appeal.decisions.length === 0 && <Nothing text={say('noDecision')} />}
            <Timeline
              items={appeal.decisions.map((decision) => ({
                key: decision.decidedAt,
                content: (
                  <>
                    {moment(decision.decidedAt)} <ActorName actor={decision.decidedBy} /> <CodeTag name="RequestDecision" value={decision.decision} />
                    <div style={{ whiteSpace: 'pre-wrap' }}>{decision.opinion}</div>
                  </>
                ),
              }))}
            />
          </Card>
        </Flex>
      )}
    </Loaded>
  );
}
