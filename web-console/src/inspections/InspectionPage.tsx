import { Tag, Typography } from 'antd';
import { Link, useParams } from 'react-router';
import type { Answer, Seen } from '../api/client';
import { useSeen } from '../api/use';
import { ActButton } from '../parts/acts';
import { Detail, Rows, Section } from '../parts/Detail';
import { Fields } from '../parts/Fields';
import { moment } from '../parts/moments';
import { Papers } from '../parts/Papers';
import { CodeTag } from '../parts/show';
import { Loaded } from '../parts/states';
import { code, useWords } from '../words';
import { InspectionActs } from './InspectionActs';
import { words } from './words';

export type Inspection = Answer<'inspection', 'getInspection'>;

export default function InspectionPage() {
  const { id = '' } = useParams();
  const inspection = useSeen('inspection', 'getInspection', { path: { id } });
  return <Loaded asked={inspection}>{(seen) => <Shown seen={seen} />}</Loaded>;
}

function Shown({ seen }: { seen: Seen<Inspection> }) {
  const say = useWords(words);
  const { value: inspection, tag } = seen;
  return (
    <Detail
      title={`${code('InspectionTier', inspection.tier)} ${moment(inspection.plannedFor)}`}
      tags={
        <>
          <CodeTag name="InspectionStatus" value={inspection.status} />
          <CodeTag name="InspectionMethod" value={inspection.method} />
        </>
      }
      acts={<InspectionActs inspection={inspection} tag={tag} />}
    >
      <Fields
        service="inspection"
        object="InspectionView"
        value={inspection}
        fields={[
          'focus', 'purpose', 'lineCode', 'plannedFor', 'plannedBy', 'startedAt', 'concludedAt', 'findingCount', 'roundtablePlanned', 'bulletinSerial',
          ...(inspection.cancellationReason ? (['cancellationReason'] as const) : []),
        ]}
      />
      {inspection.focusSource && (
        <div style={{ marginTop: 12 }}>
          <Fields service="inspection" object="FocusSource" value={inspection.focusSource} fields={['kind', 'reference', 'datedOn']} />
        </div>
      )}
      {inspection.summary && (
        <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', marginTop: 16 }}>{inspection.summary}</Typography.Paragraph>
      )}
      {inspection.startedAt && (
        <Section title={say('bulletin')}>
          <Papers service="inspection" operation="getInspectionBulletin" path={{ id: inspection.id }} name={say('bulletin')} />
        </Section>
      )}
      <Stops inspection={inspection} tag={tag} />
      <Findings inspection={inspection} />
      <Roundtables inspection={inspection} />
      <Section title={say('people')}>
        <Rows service="inspection" object="Inspector" rows={inspection.inspectors} keyOf={(one) => one.subject} fields={['subject', 'unitCode']} />
        {inspection.accompaniedBy.length > 0 && (
          <Rows service="inspection" object="ParticipantView" rows={inspection.accompaniedBy} keyOf={(one) => `${one.unit.code} ${one.person ?? ''}`} fields={['unit', 'person']} />
        )}
      </Section>
      {inspection.postponements.length > 0 && (
        <Section title={say('postponements')}>
          <Rows service="inspection" object="PostponementView" rows={inspection.postponements} keyOf={(one) => one.postponedAt} fields={['from', 'to', 'reason', 'actor', 'postponedAt']} />
        </Section>
      )}
      {inspection.history && (
        <Section title={say('history')}>
          <Rows service="inspection" object="ActView" rows={inspection.history} keyOf={(act) => `${act.at} ${act.action} ${act.stop ?? ''}`} fields={['at', 'action', 'stop', 'actor', 'reason']} />
        </Section>
      )}
    </Detail>
  );
}

function Stops({ inspection, tag }: { inspection: Inspection; tag: string | undefined }) {
  const say = useWords(words);
  const can = (action: Inspection['allowedActions'][number]) => inspection.allowedActions.includes(action);
  return (
    <Section title={say('stops')}>
      <Rows
        service="inspection"
        object="StopView"
        rows={inspection.stops}
        keyOf={(stop) => stop.number}
        fields={['number', 'subdistrictCode', 'place', 'visitedAt', 'arrivedAt', 'visitedBy', 'note', 'skippedBecause']}
        titles={{ visitedAt: say('state') }}
        show={{
          visitedAt: (stop) => <Tag color={stop.visitedAt ? 'green' : undefined}>{say(stop.visitedAt ? 'visited' : stop.skippedBecause ? 'skipped' : 'ahead')}</Tag>,
        }}
        acts={{
          title: say('acts'),
          of: (stop) => {
            const spec = { service: 'inspection', path: { id: inspection.id, n: stop.number }, version: tag } as const;
            const named = say('stopOf', { number: stop.number, place: stop.place });
            return (
              <div style={{ display: 'flex', gap: 8 }}>
                {can('VISIT_STOP') && !stop.visitedAt && (
                  <ActButton
                    {...spec}
                    operation="visitStop"
                    title={say('visit')}
                    hint={named}
                    initial={{ arrivedAt: new Date().toISOString() }}
                    fields={['arrivedAt', 'note', 'longitude', 'latitude']}
                  />
                )}
                {can('SKIP_STOP') && !stop.visitedAt && !stop.skippedBecause && <ActButton {...spec} operation="skipStop" title={say('skip')} hint={named} />}
                {can('REPORT_FINDING') && stop.visitedAt && (
                  <ActButton
                    service="inspection"
                    operation="reportFinding"
                    path={{ id: inspection.id }}
                    title={say('found')}
                    hint={named}
                    fixed={{ stop: stop.number }}
                    fields={['title', 'description', 'categoryCode', 'foundAt', 'attachmentIds']}
                  />
                )}
              </div>
            );
          },
        }}
      />
    </Section>
  );
}

function Findings({ inspection }: { inspection: Inspection }) {
  const say = useWords(words);
  return (
    <Section
      title={say('findings')}
      extra={
        <>
          {inspection.findingCount > 50 && say('findingsHint')}
          <Link to={`/findings?inspectionId=${inspection.id}`}>{`${say('allFindings')} ${inspection.findingCount}`}</Link>
        </>
      }
    >
      <Rows
        service="inspection"
        object="FindingView"
        rows={inspection.findings ?? []}
        keyOf={(finding) => finding.id}
        fields={['title', 'stop', 'categoryCode', 'description', 'foundAt', 'leadUnit', 'itemId', 'decision']}
        show={{
          title: (finding) => <Link to={`/findings/${finding.id}`}>{finding.title}</Link>,
          itemId: (finding) => finding.itemId && <Link to={`/order-items/${finding.itemId}`}>{finding.orderSerial ?? say('item')}</Link>,
          decision: (finding) => finding.decision?.text ?? say('noDecision'),
        }}
      />
    </Section>
  );
}

function Roundtables({ inspection }: { inspection: Inspection }) {
  const say = useWords(words);
  return inspection.roundtables && inspection.roundtables.length > 0 ? (
    <Section title={say('roundtables')}>
      <Rows
        service="inspection"
        object="RoundtableView"
        rows={inspection.roundtables}
        keyOf={(table) => table.id}
        fields={['heldAt', 'place', 'attendees', 'recordedBy', 'recordedAt']}
        show={{ attendees: (table) => table.attendees.map((one) => [one.unit.name, one.person].filter(Boolean).join(' ')).join('、') }}
      />
    </Section>
  ) : null;
}
