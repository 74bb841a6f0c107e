import { Segmented } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Answer, Seen } from '../api/client';
import { queryOf } from '../api/shapes';
import { useAnswer, useSeen } from '../api/use';
import { ActButton, Acts } from '../parts/acts';
import { usePlaceTypes } from '../parts/choose';
import { Detail, Rows, Section } from '../parts/Detail';
import { Fields } from '../parts/Fields';
import { CodeTag } from '../parts/show';
import { Loaded } from '../parts/states';
import { choices, useWords } from '../words';
import { Observe } from './Observe';
import { words } from './words';

type Evaluation = Answer<'inspection', 'getMockEvaluation'>;
type ScoreBy = 'POINT' | 'PLACE_TYPE' | 'SUBDISTRICT' | 'ITEM';

export default function EvaluationPage() {
  const { id = '' } = useParams();
  const evaluation = useSeen('inspection', 'getMockEvaluation', { path: { id } });
  return <Loaded asked={evaluation}>{(seen) => <Shown seen={seen} />}</Loaded>;
}

function Shown({ seen }: { seen: Seen<Evaluation> }) {
  const say = useWords(words);
  const { value: evaluation, tag } = seen;
  const spec = { service: 'inspection', path: { id: evaluation.id }, version: tag } as const;
  return (
    <Detail
      title={evaluation.name}
      tags={<CodeTag name="EvaluationStatus" value={evaluation.status} />}
      acts={
        <Acts
          lifecycle="EvaluationAction"
          allowed={evaluation.allowedActions}
          forms={{
            START: (title, primary) => <ActButton {...spec} operation="startMockEvaluation" title={title} primary={primary} />,
            OBSERVE: (title, primary) => <Observe evaluationId={evaluation.id} title={title} primary={primary} />,
            CONCLUDE: (title) => (
              <ActButton
                {...spec}
                operation="concludeMockEvaluation"
                title={title}
                hint={`${evaluation.unobserved > 0 ? say('unobservedOf', { count: evaluation.unobserved }) : ''} ${say('concludeHint')}`}
              />
            ),
            CANCEL: (title) => <ActButton {...spec} operation="cancelMockEvaluation" title={title} danger />,
          }}
        />
      }
    >
      <Fields
        service="inspection"
        object="EvaluationView"
        value={evaluation}
        fields={[
          'plannedFor', 'plannedBy', 'startedAt', 'concludedAt', 'pointCount', 'itemCount', 'unobserved', 'scoreRate', 'weightedRate', 'failures',
          ...(evaluation.summary ? (['summary'] as const) : []), ...(evaluation.cancellationReason ? (['cancellationReason'] as const) : []),
        ]}
      />
      <Scores id={evaluation.id} />
      <Points id={evaluation.id} />
    </Detail>
  );
}

function Scores({ id }: { id: string }) {
  const say = useWords(words);
  const [by, setBy] = useState<ScoreBy>('PLACE_TYPE');
  const scores = useAnswer('inspection', 'listEvaluationScores', { query: { evaluationId: id, by, limit: 200 } });
  return (
    <Section
      title={say('scores')}
      extra={
        <>
          <Segmented<ScoreBy> aria-label={say('by')} value={by} onChange={setBy} options={choices(queryOf('inspection', 'listEvaluationScores').by) as { value: ScoreBy; label: string }[]} />
          <Link to={`/evaluation-observations?evaluationId=${id}`}>{say('observations')}</Link>
        </>
      }
    >
      <Loaded asked={scores}>
        {(page) => <Rows service="inspection" object="ScoreLine" rows={page.items} keyOf={(line) => line.key} fields={['name', 'scoreRate', 'weightedRate', 'failures']} />}
      </Loaded>
    </Section>
  );
}

function Points({ id }: { id: string }) {
  const say = useWords(words);
  const types = usePlaceTypes();
  const points = useAnswer('inspection', 'listEvaluationPoints', { query: { evaluationId: [id], limit: 200 } });
  return (
    <Section title={say('points')} extra={<Link to={`/mock-evaluations/points?evaluationId=${id}`}>{say('points')}</Link>}>
      <Loaded asked={points}>
        {(page) => (
          <Rows
            service="inspection"
            object="EvaluationPointView"
            rows={page.items}
            keyOf={(point) => point.id}
            fields={['number', 'place', 'subdistrictCode', 'placeTypeCode', 'unobserved', 'scoreRate', 'weightedRate']}
            show={{
              placeTypeCode: (point) => (
                <Link to={`/evaluation-checklists/${point.checklistId}`}>{types.find((type) => type.value === point.placeTypeCode)?.label ?? point.placeTypeCode}</Link>
              ),
            }}
          />
        )}
      </Loaded>
    </Section>
  );
}
