import { useNavigate } from 'react-router';
import { INSPECTORS } from '../inspections/inspectors';
import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { words } from './words';

export default function EvaluationList() {
  const say = useWords(words);
  const navigate = useNavigate();
  const person = usePerson().data;
  return (
    <ListPage
      service="inspection"
      operation="listMockEvaluations"
      object="EvaluationView"
      title={say('evaluations')}
      columns={['name', 'status', 'plannedFor', 'pointCount', 'itemCount', 'unobserved', 'scoreRate', 'weightedRate', 'failures']}
      moreColumns={['plannedBy', 'startedAt', 'concludedAt', 'concludedBy', 'summary', 'cancellationReason']}
      filters={['status', 'from', 'to']}
      sorts={['plannedFor']}
      linkOf={(evaluation) => `/mock-evaluations/${evaluation.id}`}
      exported
      extra={
        may(person, ['SPECIAL_TEAM', 'COMMITTEE_INSPECTOR']) && (
          <ActButton
            primary
            service="inspection"
            operation="planMockEvaluation"
            title={say('plan')}
            hint={say('planHint')}
            changes={{ inspectors: INSPECTORS }}
            onDone={(evaluation) => void navigate(`/mock-evaluations/${evaluation.id}`)}
          />
        )
      }
    />
  );
}
