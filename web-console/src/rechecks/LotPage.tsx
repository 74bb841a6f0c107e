import { useParams } from 'react-router';
import { useAnswer } from '../api/use';
import { Detail } from '../parts/Detail';
import { CodeTag } from '../parts/show';
import { Loaded } from '../parts/states';
import { useWords } from '../words';
import { LotView } from './LotView';
import { words } from './words';

export default function LotPage() {
  const say = useWords(words);
  const { id = '' } = useParams();
  const lot = useAnswer('inspection', 'getLot', { path: { id } });
  return (
    <Loaded asked={lot}>
      {(known) => (
        <Detail title={`${say('lot')} ${known.period}`} tags={known.verdict && <CodeTag name="LotStatus" value={known.verdict} />}>
          <LotView lot={known} />
        </Detail>
      )}
    </Loaded>
  );
}
