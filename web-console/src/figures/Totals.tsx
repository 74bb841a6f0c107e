import { together, useAnswer } from '../api/use';
import { Beside, Loaded } from '../parts/states';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { FigureCard } from './FigureCard';
import { before, moments, yearBefore, type Period } from './period';
import { SEES_FEEDBACK } from './readers';
import { MEASURES, useFigures } from './rows';
import { words } from './words';

const GRID = { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))', gap: 12 };

/** What came in, was closed and was late, and what reporters say, beside the period before and a year ago. */
export function Totals({ period }: { period: Period }) {
  const person = usePerson().data;
  return (
    <div style={GRID}>
      <Items period={period} />
      {may(person, SEES_FEEDBACK) && <Feedback period={period} />}
    </div>
  );
}

function Items({ period }: { period: Period }) {
  const say = useWords(words);
  const now = useFigures('UNIT', period);
  const askedPast = useFigures('UNIT', before(period));
  const askedLastYear = useFigures('UNIT', yearBefore(period));
  const past = askedPast.data?.total;
  const lastYear = askedLastYear.data?.total;
  return (
    <Loaded asked={now}>
      {({ total }) => (
        <>
          {MEASURES.map((measure) => (
            <FigureCard key={measure} title={say(measure)} hint={say(`${measure}Hint`)} now={total[measure]} before={past?.[measure]} yearBefore={lastYear?.[measure]} />
          ))}
          <Beside asked={together([askedPast, askedLastYear], () => null)} />
        </>
      )}
    </Loaded>
  );
}

const SAID = ['answered', 'resolveRate', 'satisfyRate'] as const;

function Feedback({ period }: { period: Period }) {
  const say = useWords(words);
  const now = useAnswer('intake', 'getFeedbackFigures', { query: moments(period) });
  const past = useAnswer('intake', 'getFeedbackFigures', { query: moments(before(period)) });
  const lastYear = useAnswer('intake', 'getFeedbackFigures', { query: moments(yearBefore(period)) });
  return (
    <Loaded asked={now}>
      {(figures) => (
        <>
          {SAID.map((name) => (
            <FigureCard key={name} title={say(name)} now={figures[name]} before={past.data?.[name]} yearBefore={lastYear.data?.[name]} />
          ))}
          <Beside asked={together([past, lastYear], () => null)} />
        </>
      )}
    </Loaded>
  );
}
