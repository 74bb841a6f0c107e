import { ListPage } from '../../parts/ListPage';
import { useWords } from '../../words';
import { PeriodAsked } from '../PeriodChoice';
import { words } from '../words';

/** Behind the coverage of a report. */
export default function ReportSubdistricts() {
  const say = useWords(words);
  return (
    <PeriodAsked>
      {(choice) => (
        <ListPage
          service="inspection"
          operation="listReportSubdistricts"
          object="SubdistrictVisits"
          title={say('reportSubdistricts')}
          extra={choice}
          columns={['name', 'visits', 'lastVisitAt']}
          moreColumns={['code']}
          filters={['covered']}
          keyOf={(row) => row.code}
          exported
        />
      )}
    </PeriodAsked>
  );
}
