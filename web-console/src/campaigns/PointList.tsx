import { Link, useParams } from 'react-router';
import { useAnswer } from '../api/use';
import { ListPage } from '../parts/ListPage';
import { Beside } from '../parts/states';
import { useWords } from '../words';
import { words } from './words';

export default function PointList() {
  const say = useWords(words);
  const { id = '' } = useParams();
  const campaign = useAnswer('dispatch', 'getCampaign', { path: { id } });
  return (
    <>
      <Beside asked={campaign} />
      <ListPage
        service="dispatch"
        operation="listCampaignPoints"
        object="PointView"
        title={[campaign.data?.name, say('points')].filter(Boolean).join(' · ')}
        path={{ id }}
        columns={[
          'number',
          'status',
          'address',
          'placeName',
          'subdistrictCode',
          'categoryCode',
          'keyArea',
          'unit',
          { field: 'plan', show: (point) => point.plan?.dueOn ?? '—' },
          { field: 'orderItemId', show: (point) => (point.orderItemId ? <Link to={`/order-items/${point.orderItemId}`}>{say('item')}</Link> : '—') },
        ]}
        moreColumns={['unitByFallback']}
        filters={['q', 'status', 'planned', 'categoryCode', 'subdistrictCode', 'keyArea', 'unitCode']}
        linkOf={(point) => `/campaigns/${id}/points/${point.id}`}
        exported
      />
    </>
  );
}
