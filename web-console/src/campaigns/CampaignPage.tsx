import { Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import type { Answer } from '../api/client';
import { useAnswer } from '../api/use';
import { ActButton } from '../parts/acts';
import { useMechanisms } from '../parts/choose';
import { Detail } from '../parts/Detail';
import { Fields } from '../parts/Fields';
import { SheetImport } from '../parts/SheetImport';
import { CodeTag } from '../parts/show';
import { Loaded } from '../parts/states';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { Progress } from './Progress';
import { words } from './words';

type Campaign = Answer<'dispatch', 'getCampaign'>;

export default function CampaignPage() {
  const { id = '' } = useParams();
  const campaign = useAnswer('dispatch', 'getCampaign', { path: { id } });
  return <Loaded asked={campaign}>{(known) => <Shown campaign={known} />}</Loaded>;
}

function Shown({ campaign }: { campaign: Campaign }) {
  const mechanism = useMechanisms().find((one) => one.value === campaign.mechanismCode)?.label;
  return (
    <Detail title={campaign.name} tags={<CodeTag name="CampaignStatus" value={campaign.status} />} acts={<CampaignActs campaign={campaign} />}>
      <Fields
        service="dispatch"
        object="CampaignView"
        value={{ ...campaign, mechanismCode: mechanism ?? campaign.mechanismCode }}
        fields={['code', 'from', 'to', 'target', 'mechanismCode', 'openedAt', 'categories', ...(campaign.closedAt ? (['closedAt', 'conclusion'] as const) : [])]}
      />
      <Progress id={campaign.id} />
    </Detail>
  );
}

/** A campaign has no `allowedActions`: the special team alone acts on it, while it is open. */
function CampaignActs({ campaign }: { campaign: Campaign }) {
  const say = useWords(words);
  const navigate = useNavigate();
  const person = usePerson().data;
  const path = { id: campaign.id };
  const { name, mechanismCode, categories, from, to, target } = campaign;
  return (
    <>
      <Link to={`/campaigns/${campaign.id}/points`}>
        <Button type="primary">{say('points')}</Button>
      </Link>
      <Link to={`/campaigns/${campaign.id}/items`}>
        <Button>{say('items')}</Button>
      </Link>
      {campaign.status === 'OPEN' && may(person, ['SPECIAL_TEAM']) && (
        <>
          <SheetImport service="dispatch" operation="importTargetList" template="getTargetListTemplate" path={path} title={say('import')} />
          <ActButton
            service="dispatch"
            operation="createCampaignPoint"
            path={path}
            title={say('addPoint')}
            hint={say('addPointHint')}
            onDone={(point) => void navigate(`/campaigns/${campaign.id}/points/${point.id}`)}
          />
          <ActButton service="dispatch" operation="addCampaignItems" path={path} title={say('addItems')} hint={say('addItemsHint')} />
          <ActButton
            service="dispatch"
            operation="replaceCampaign"
            path={path}
            version={campaign.version}
            title={say('change')}
            initial={{ name, mechanismCode, categories, from, to, target }}
          />
          <ActButton service="dispatch" operation="closeCampaign" path={path} version={campaign.version} title={say('close')} hint={say('closeHint')} danger />
        </>
      )}
    </>
  );
}
