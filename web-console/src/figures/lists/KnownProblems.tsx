import { ListPage } from '../../parts/ListPage';
import { useWords } from '../../words';
import { words } from '../words';

/** Problems that residents told of or inspections found. */
export default function KnownProblems() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listKnownProblems"
      object="KnownProblemView"
      title={say('problemList')}
      columns={['problemSerial', 'subdistrictCode', 'complainedAt', 'foundAt', 'knownAt']}
      filters={['from', 'to', 'subdistrictCode', 'complained', 'found', 'foundFirst']}
      keyOf={(row) => row.problemId}
      linkOf={(row) => `/problems/${row.problemId}`}
      sorts={['knownAt']}
      exported
    />
  );
}
