import { ListPage } from '../../parts/ListPage';
import { useWords } from '../../words';
import { tierColumns } from '../coverage/tiers';
import { words } from '../words';

/** Sub-districts as they were visited in a week: behind the figures of coverage that count sub-districts. */
export default function CoveredSubdistricts() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listCoverageOfSubdistricts"
      object="SubdistrictCoverage"
      title={say('subdistrictList')}
      columns={['name', { field: 'visits', show: tierColumns }, 'nightShare', 'weekendShare', 'lastVisitAt', 'blind']}
      moreColumns={['code']}
      filters={['week', 'tier', 'covered', 'blind']}
      keyOf={(row) => row.code}
      exported
    />
  );
}
