import { useParams } from 'react-router';
import { useAnswer } from '../api/use';
import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { Beside } from '../parts/states';
import { useWords } from '../words';
import { words } from './words';

/** The items of a campaign, which can be taken out again while they are open. */
export default function CampaignItems() {
  const say = useWords(words);
  const { id = '' } = useParams();
  const campaign = useAnswer('dispatch', 'getCampaign', { path: { id } });
  return (
    <>
      <Beside asked={campaign} />
      <ListPage
        service="dispatch"
        operation="listOrderItems"
        object="OrderItemView"
        title={[campaign.data?.name, say('items')].filter(Boolean).join(' · ')}
        fixed={{ campaignId: id }}
        columns={[
          'problemSerial',
          'title',
          'categoryCode',
          'leadUnit',
          'status',
          'light',
          'dueAt',
          {
            field: 'allowedActions',
            title: say('acts'),
            show: (item) =>
              item.allowedActions.includes('LEAVE_CAMPAIGN') && (
                <ActButton service="dispatch" operation="removeCampaignItem" path={{ id, itemId: item.id }} version={item.version} title={say('remove')} danger />
              ),
          },
        ]}
        moreColumns={['place', 'orderSerial', 'issuedAt', 'reworkCount']}
        filters={['q', 'status', 'light', 'unitCode', 'subdistrictCode', 'categoryCode', 'overdue']}
        sorts={['dueAt']}
        linkOf={(item) => `/order-items/${item.id}`}
        exported
      />
    </>
  );
}
