import { Link } from 'react-router';
import { usePlaceTypes } from '../parts/choose';
import { ListPage } from '../parts/ListPage';
import { useWords } from '../words';
import { words } from './words';

export default function ObservationList() {
  const say = useWords(words);
  const types = usePlaceTypes();
  return (
    <ListPage
      service="inspection"
      operation="listObservations"
      object="ObservationView"
      title={say('observations')}
      columns={[
        'observedAt',
        'outcome',
        'item',
        { field: 'placeTypeCode', show: (one) => types.find((type) => type.value === one.placeTypeCode)?.label ?? one.placeTypeCode },
        'subdistrictCode',
        'note',
        'weight',
        'observedBy',
        { field: 'findingId', show: (one) => (one.findingId ? <Link to={`/findings/${one.findingId}`}>{say('finding')}</Link> : '—') },
      ]}
      moreColumns={['receivedAt']}
      filters={['outcome', 'subdistrictCode', 'found', 'from', 'to']}
      sorts={['observedAt']}
      linkOf={(one) => `/evaluation-observations/${one.id}`}
      exported
    />
  );
}
