import { ListPage } from '../parts/ListPage';
import { usePlaceTypes } from '../parts/choose';
import { useWords } from '../words';
import { words } from './words';

export default function EvaluationPoints() {
  const say = useWords(words);
  const types = usePlaceTypes();
  return (
    <ListPage
      service="inspection"
      operation="listEvaluationPoints"
      object="EvaluationPointView"
      title={say('points')}
      columns={[
        'number',
        'place',
        'subdistrictCode',
        { field: 'placeTypeCode', show: (point) => types.find((type) => type.value === point.placeTypeCode)?.label ?? point.placeTypeCode },
        'itemCount',
        'unobserved',
        'scoreRate',
        'weightedRate',
      ]}
      filters={['subdistrictCode']}
      linkOf={(point) => `/mock-evaluations/${point.evaluationId}`}
      exported
    />
  );
}
