import { ListPage } from '../parts/ListPage';
import { useWords } from '../words';
import { words } from './words';

export default function ScoreList() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listEvaluationScores"
      object="ScoreLine"
      title={say('scores')}
      columns={['by', 'name', 'scoreRate', 'weightedRate', 'failures']}
      filters={['by']}
      keyOf={(line) => `${line.by} ${line.key}`}
      exported
    />
  );
}
