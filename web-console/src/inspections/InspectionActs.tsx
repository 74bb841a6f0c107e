import { Select } from 'antd';
import type { Body } from '../api/client';
import { ActButton, Acts } from '../parts/acts';
import { useWords } from '../words';
import type { Inspection } from './InspectionPage';
import { INSPECTORS } from './inspectors';
import { words } from './words';

/** What may be done with an inspection as a whole; its stops have their own buttons. */
export function InspectionActs({ inspection, tag }: { inspection: Inspection; tag: string | undefined }) {
  const say = useWords(words);
  const spec = { service: 'inspection', path: { id: inspection.id }, version: tag } as const;
  const stops = inspection.stops.map((stop) => ({ value: stop.number, label: say('stopOf', { number: stop.number, place: stop.place }) }));
  const undecided = (inspection.findings ?? []).filter((finding) => !finding.decision);
  const unvisited = inspection.stops.filter((stop) => !stop.visitedAt && !stop.skippedBecause).map((stop) => ({ stop: stop.number, reason: '' }));
  return (
    <Acts
      lifecycle="InspectionAction"
      allowed={inspection.allowedActions}
      forms={{
        START: (title, primary) => <ActButton {...spec} operation="startInspection" title={title} primary={primary} hint={say('startHint')} />,
        REPORT_FINDING: (title, primary) => (
          <ActButton
            {...spec}
            version={undefined}
            operation="reportFinding"
            title={title}
            primary={primary}
            changes={{ stop: { control: <Select options={stops} /> } }}
          />
        ),
        HOLD_ROUNDTABLE: (title, primary) => (
          <ActButton
            {...spec}
            operation="holdRoundtable"
            title={title}
            primary={primary}
            hint={say('roundtableHint')}
            initial={{ decisions: undecided.map((finding) => ({ findingId: finding.id, responsibleUnitCode: finding.leadUnit?.code })) as Decisions }}
            changes={{
              decisions: {
                fields: ['findingId', 'text', 'responsibleUnitCode', 'dueOn'],
                changes: { findingId: { required: true, control: <Select options={undecided.map((finding) => ({ value: finding.id, label: finding.title }))} /> } },
              },
            }}
          />
        ),
        CONCLUDE: (title, primary) => (
          <ActButton {...spec} operation="concludeInspection" title={title} primary={primary} hint={say('concludeHint')} initial={{ unvisited }}
            changes={{ unvisited: { changes: { stop: { control: <Select options={stops} /> } } } }}
          />
        ),
        CHANGE: (title) => <ActButton {...spec} operation="replaceInspection" title={title} initial={planOf(inspection)} changes={{ inspectors: INSPECTORS }} />,
        POSTPONE: (title) => <ActButton {...spec} operation="postponeInspection" title={title} hint={say('postponeHint')} />,
        CANCEL: (title) => <ActButton {...spec} operation="cancelInspection" title={title} danger hint={say('cancelHint')} />,
      }}
    />
  );
}

type Decisions = Body<'inspection', 'holdRoundtable'>['decisions'];

/** What there is, as the form of its replacement begins. */
function planOf(inspection: Inspection): Partial<Body<'inspection', 'replaceInspection'>> {
  const { focus, focusSource, purpose, inspectors, roundtablePlanned } = inspection;
  return {
    focus,
    focusSource,
    purpose,
    inspectors,
    roundtablePlanned,
    accompaniedBy: inspection.accompaniedBy.map((one) => ({ unitCode: one.unit.code, person: one.person })),
    stops: inspection.stops.map((stop) => ({
      subdistrictCode: stop.subdistrictCode,
      place: stop.place,
      longitude: stop.position?.longitude,
      latitude: stop.position?.latitude,
      crs: stop.position?.longitude === null || !stop.position ? undefined : 'WGS84',
    })),
  };
}
