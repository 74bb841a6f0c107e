import { ListPage } from '../../parts/ListPage';
import { FigureLink } from '../../parts/show';
import { code, useWords } from '../../words';
import { PeriodAsked } from '../PeriodChoice';
import { words } from '../words';

/** The sheet that is reported upward. */
export default function ReportLines() {
  const say = useWords(words);
  return (
    <PeriodAsked>
      {(choice) => (
        <ListPage
          service="inspection"
          operation="listReportLines"
          object="ReportLine"
          title={say('report')}
          extra={choice}
          columns={[
            { field: 'item', show: ({ item }) => code('ReportItem', item) },
            {
              field: 'value',
              show: ({ value, numerator, denominator, list }) => (
                <FigureLink figure={{ value: value ?? null, numerator: numerator ?? null, denominator: denominator ?? null, list }} />
              ),
            },
          ]}
          filters={[]}
          keyOf={(row) => row.item}
          exported
        />
      )}
    </PeriodAsked>
  );
}
