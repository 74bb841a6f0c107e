import { ListPage } from '../parts/ListPage';
import { useWords } from '../words';
import { words } from './words';

export default function KnownProblems() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listKnownProblems"
      object="KnownProblemView"
      title={say('problems')}
      columns={['problemSerial', 'subdistrictCode', 'complainedAt', 'foundAt', 'knownAt']}
      filters={['subdistrictCode', 'complained', 'found', 'foundFirst', 'from', 'to']}
      sorts={['knownAt']}
      keyOf={(problem) => problem.problemId}
      linkOf={(problem) => `/problems/${problem.problemId}`}
      exported
    />
  );
}
