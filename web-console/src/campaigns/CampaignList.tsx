import { useNavigate } from 'react-router';
import { ActButton } from '../parts/acts';
import { useMechanisms } from '../parts/choose';
import { ListPage } from '../parts/ListPage';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { words } from './words';

export default function CampaignList() {
  const say = useWords(words);
  const navigate = useNavigate();
  const person = usePerson().data;
  const mechanisms = useMechanisms();
  return (
    <ListPage
      service="dispatch"
      operation="listCampaigns"
      object="CampaignView"
      title={say('campaigns')}
      columns={['name', 'status', 'from', 'to', 'target', { field: 'mechanismCode', show: (campaign) => mechanisms.find((one) => one.value === campaign.mechanismCode)?.label ?? '—' }]}
      moreColumns={['code', 'categories', 'openedAt', 'closedAt', 'conclusion']}
      filters={['q', 'status', 'categoryCode', 'on']}
      linkOf={(campaign) => `/campaigns/${campaign.id}`}
      exported
      extra={
        may(person, ['SPECIAL_TEAM']) && (
          <ActButton
            primary
            service="dispatch"
            operation="createCampaign"
            title={say('create')}
            hint={say('createHint')}
            onDone={(campaign) => void navigate(`/campaigns/${campaign.id}`)}
          />
        )
      }
    />
  );
}
