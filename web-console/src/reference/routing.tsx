import { Select, Tag } from 'antd';
import { useNavigate } from 'react-router';
import { useAnswer } from '../api/use';
import { ActButton } from '../parts/acts';
import { Choices } from '../parts/Choices';
import { ListPage } from '../parts/ListPage';
import { useNames } from '../parts/names';
import { code, useWords } from '../words';
import { may, usePerson } from '../session/person';
import { Area } from './Area';
import { useAdmin } from './edit';
import { words } from './words';

export function RoutingRules() {
  const say = useWords(words);
  const admin = useAdmin();
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listRoutingRules"
        object="RoutingRuleView"
        title={say('routingRules')}
        columns={['number', 'categoryCode', 'subdistrictCode', 'communityCode', 'sourceKind', 'leadUnitCode', 'jointUnitCodes', 'validFrom', 'validTo']}
        filters={['categoryCode', 'subdistrictCode', 'sourceKind', 'at']}
        exported
        extra={
          admin && <ActButton primary service="dispatch" operation="createRoutingRule" title={say('newRule')} hint={say('newRuleHint')} />
        }
      />
    </Area>
  );
}

interface RuleSelectProps {
  id?: string;
  value?: number[];
  onChange?: (value: number[]) => void;
}

/** Rules of the set in force, by number and what they say. */
function RuleSelect(props: RuleSelectProps) {
  const rules = useAnswer('dispatch', 'listRoutingRules', { query: { limit: 200 } });
  const [unit, category, subdistrict] = [useNames('unit'), useNames('category'), useNames('subdistrict')];
  const options = (rules.data?.items ?? []).map((rule) => ({
    value: rule.number,
    label: [
      rule.number,
      category(rule.categoryCode),
      rule.communityCode ?? (rule.subdistrictCode && subdistrict(rule.subdistrictCode)),
      rule.sourceKind && code('SourceKind', rule.sourceKind),
      `→ ${unit(rule.leadUnitCode)}`,
    ]
      .filter(Boolean)
      .join(' '),
  }));
  return (
    <Choices asked={rules}>
      <Select {...props} mode="multiple" loading={rules.isPending} options={options} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} />
    </Choices>
  );
}

export function RuleSets() {
  const say = useWords(words);
  const admin = useAdmin();
  const navigate = useNavigate();
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listRoutingRuleSets"
        object="RuleSetView"
        title={say('ruleSets')}
        columns={['number', { field: 'title', show: (set) => set.title ?? say('firstSet') }, 'status', 'createdAt', 'createdBy', 'activeFrom', 'activeTo']}
        filters={[]}
        linkOf={(set) => `/routing-rule-sets/${set.id}`}
        exported
        extra={
          admin && (
            <ActButton
              primary
              service="dispatch"
              operation="createRoutingRuleSet"
              title={say('newRuleSet')}
              hint={say('newRuleSetHint')}
              changes={{ removals: { control: <RuleSelect /> } }}
              onDone={(set) => void navigate(`/routing-rule-sets/${set.id}`)}
            />
          )
        }
      />
    </Area>
  );
}

export function Rulings() {
  const say = useWords(words);
  const team = may(usePerson().data, ['SPECIAL_TEAM']);
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listRulings"
        object="RulingView"
        title={say('rulings')}
        columns={[
          'number',
          'problemSerial',
          'returnedBy',
          'suggestedUnit',
          'leadUnit',
          'clauseCode',
          'reason',
          { field: 'precedent', show: (ruling) => ruling.precedent && <Tag color={ruling.inForce ? 'blue' : undefined}>{say(ruling.inForce ? 'precedent' : 'formerPrecedent')}</Tag> },
          'ruledAt',
        ]}
        moreColumns={['categoryCode', 'subdistrictCode', 'communityCode', 'words', 'ruledBy', 'inForce', 'withdrawnAt', 'withdrawnBy', 'withdrawalReason']}
        filters={['categoryCode', 'subdistrictCode', 'unitCode', 'inForce']}
        linkOf={(ruling) => `/order-items/${ruling.itemId}`}
        exported
        acts={
          team
            ? (ruling) =>
                ruling.inForce && (
                  <ActButton
                    small
                    danger
                    service="dispatch"
                    operation="withdrawRuling"
                    path={{ id: ruling.id }}
                    version={ruling.version}
                    title={say('withdrawRuling')}
                    hint={say('withdrawRulingHint')}
                  />
                )
            : undefined
        }
      />
    </Area>
  );
}
