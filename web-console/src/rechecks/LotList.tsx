import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { share, useInterval } from './shares';
import { words } from './words';

export default function LotList() {
  const say = useWords(words);
  const interval = useInterval();
  const navigate = useNavigate();
  const person = usePerson().data;
  return (
    <ListPage
      service="inspection"
      operation="listLots"
      object="LotView"
      title={say('lots')}
      columns={[
        'period',
        'unitCode',
        'deadlineClass',
        'verdict',
        'mode',
        'population',
        'size',
        'visited',
        'passed',
        { field: 'rate', show: (lot) => (lot.rate === null ? '—' : say('percent', { value: share(lot.rate) })) },
        { field: 'interval', show: (lot) => interval(lot.interval) },
      ]}
      moreColumns={['acceptance', 'rejection', 'openedAt', 'openedBy', 'decidedAt', 'resumeReason']}
      filters={['unitCode', 'class', 'period', 'verdict']}
      linkOf={(lot) => `/recheck-lots/${lot.id}`}
      exported
      extra={
        <>
          <Link to="/rechecks/sampling">
            <Button>{say('sampling')}</Button>
          </Link>
          {may(person, ['SPECIAL_TEAM']) && (
            <ActButton
              primary
              service="inspection"
              operation="openLot"
              title={say('openLot')}
              hint={say('openLotHint')}
              onDone={(lot) => void navigate(`/recheck-lots/${lot.id}`)}
            />
          )}
        </>
      }
    />
  );
}
