import { useNavigate } from 'react-router';
import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { may, usePerson, type Person } from '../session/person';
import { useWords } from '../words';
import { INSPECTORS } from './inspectors';
import { words } from './words';

export default function InspectionList() {
  const say = useWords(words);
  return (
    <ListPage
      service="inspection"
      operation="listInspections"
      object="InspectionView"
      title={say('inspections')}
      columns={[
        'plannedFor',
        'tier',
        'method',
        'status',
        'focus',
        { field: 'stops', show: (inspection) => `${inspection.stops.filter((stop) => stop.visitedAt).length}/${inspection.stops.length}` },
        'findingCount',
        'startedAt',
        'bulletinSerial',
      ]}
      moreColumns={['lineCode', 'plannedBy', 'purpose', 'concludedAt', 'summary', 'cancellationReason']}
      filters={['status', 'tier', 'method', 'focusSource', 'subdistrictCode', 'from', 'to', 'startedFrom', 'startedTo']}
      sorts={['plannedFor', 'startedAt']}
      linkOf={(inspection) => `/inspections/${inspection.id}`}
      extra={<PlanInspection />}
      exported
    />
  );
}

/** Who leads which tier, as the service decides. */
function tiersOf(person: Person | undefined): string[] {
  const all = may(person, ['COMMITTEE_INSPECTOR']);
  return [
    ...(all || may(person, ['TOP_LEADER']) ? ['FRONTLINE'] : []),
    ...(all || may(person, ['LINE_LEADER']) ? ['LINE'] : []),
    ...(all || may(person, ['SPECIAL_TEAM', 'INSPECTOR']) ? ['AREA'] : []),
  ];
}

function PlanInspection() {
  const say = useWords(words);
  const navigate = useNavigate();
  const tiers = tiersOf(usePerson().data);
  return (
    tiers.length > 0 && (
      <ActButton
        primary
        service="inspection"
        operation="planInspection"
        title={say('plan')}
        hint={say('planHint')}
        fields={['tier', 'lineCode', 'method', 'plannedFor', 'focus', 'purpose', 'stops', 'inspectors', 'accompaniedBy', 'focusSource', 'roundtablePlanned']}
        changes={{ tier: { codes: tiers }, lineCode: { when: (typed) => typed.tier === 'LINE', required: true }, inspectors: INSPECTORS }}
        initial={tiers.length === 1 ? { tier: tiers[0] as 'AREA' } : undefined}
        onDone={(inspection) => void navigate(`/inspections/${inspection.id}`)}
      />
    )
  );
}
