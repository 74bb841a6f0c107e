import { ListPage } from '../parts/ListPage';
import { FigureLink } from '../parts/show';
import { useWords } from '../words';
import { words } from './words';

export default function CoveredSubdistricts() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listCoverageOfSubdistricts"
      object="SubdistrictCoverage"
      title={say('subdistricts')}
      columns={[
        'name',
        {
          field: 'visits',
          show: ({ visits }) => (
            <>
              {say('frontline')} <FigureLink figure={visits.FRONTLINE} /> · {say('line')} <FigureLink figure={visits.LINE} /> · {say('area')}{' '}
              <FigureLink figure={visits.AREA} />
            </>
          ),
        },
        'nightShare',
        'weekendShare',
        'lastVisitAt',
        'blind',
      ]}
      filters={['week', 'tier', 'covered', 'blind']}
      exported
    />
  );
}
