import { Checkbox, Tag, Typography } from 'antd';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../api/use';
import { ActButton, Acts } from '../parts/acts';
import { Detail, Rows, Section } from '../parts/Detail';
import { Fields } from '../parts/Fields';
import { moment } from '../parts/moments';
import { CodeTag } from '../parts/show';
import { Loaded } from '../parts/states';
import { may, usePerson } from '../session/person';
import { code, useWords } from '../words';
import { attendeeName, type Meeting } from './attendees';
import { Decide } from './Decide';
import { words } from './words';

export default function MeetingPage() {
  const { id = '' } = useParams();
  const meeting = useAnswer('dispatch', 'getMeeting', { path: { id } });
  return <Loaded asked={meeting}>{(known) => <Shown meeting={known} />}</Loaded>;
}

function Shown({ meeting }: { meeting: Meeting }) {
  const say = useWords(words);
  return (
    <Detail
      title={`${code('MeetingKind', meeting.kind)} ${moment(meeting.scheduledAt)}`}
      tags={<CodeTag name="MeetingStatus" value={meeting.status} />}
      acts={<MeetingActs meeting={meeting} />}
    >
      <Fields
        service="dispatch"
        object="MeetingView"
        value={meeting}
        fields={['kind', 'lineCode', 'scheduledAt', 'place', 'chair', 'plannedBy', 'heldAt', ...(meeting.cancelReason ? (['cancelReason'] as const) : [])]}
      />
      <Section title={say('attendees')}>
        <Rows
          service="dispatch"
          object="AttendeeView"
          rows={meeting.attendees}
          keyOf={(attendee) => attendee.number}
          fields={['number', 'unit', 'leader', 'name', 'attended']}
          show={{
            attended: (attendee) =>
              attendee.attended === null ? say('notHeld') : <Tag color={attendee.attended ? 'green' : 'orange'}>{say(attendee.attended ? 'came' : 'absent')}</Tag>,
          }}
        />
      </Section>
      <Section title={say('agenda')}>
        <Rows
          service="dispatch"
          object="AgendaItemView"
          rows={meeting.agenda}
          keyOf={(item) => item.orderItemId}
          fields={['problemSerial', 'title']}
          show={{ problemSerial: (item) => <Link to={`/order-items/${item.orderItemId}`}>{item.problemSerial}</Link> }}
        />
      </Section>
      <Decisions meeting={meeting} />
      <Section title={say('minutes')}>
        <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{meeting.minutes ?? say('noMinutes')}</Typography.Paragraph>
      </Section>
    </Detail>
  );
}

function Decisions({ meeting }: { meeting: Meeting }) {
  const say = useWords(words);
  const person = usePerson().data;
  const mine = (unit: string | undefined) => may(person, ['SPECIAL_TEAM']) || (may(person, ['UNIT_HANDLER', 'UNIT_LEADER']) && person?.unit === unit);
  const names = new Map(meeting.agenda.map((item) => [item.orderItemId, `${item.problemSerial} ${item.title}`]));
  return (
    <Section title={say('decisions')}>
      <Rows
        service="dispatch"
        object="DecisionView"
        rows={meeting.decisions}
        keyOf={(decision) => decision.number}
        fields={['number', 'kind', 'text', 'orderItemId', 'responsibleUnit', 'dueOn', 'taskStatus', 'heads', 'decidedAt', 'note']}
        show={{
          orderItemId: (decision) =>
            decision.orderItemId && <Link to={`/order-items/${decision.orderItemId}`}>{names.get(decision.orderItemId) ?? decision.orderItemId}</Link>,
          taskStatus: (decision) =>
            decision.taskStatus && (
              <>
                <CodeTag name="MeetingTaskStatus" value={decision.taskStatus} />
                {decision.overdue && <Tag color="red">{say('overdue')}</Tag>}
              </>
            ),
        }}
        acts={{
          title: say('acts'),
          of: (decision) =>
            decision.taskStatus === 'OPEN' &&
            mine(decision.responsibleUnit?.code) && (
              <ActButton service="dispatch" operation="completeMeetingTask" path={{ id: meeting.id, n: decision.number }} version={meeting.version} title={say('completeTask')} />
            ),
        }}
      />
    </Section>
  );
}

function MeetingActs({ meeting }: { meeting: Meeting }) {
  const say = useWords(words);
  const spec = { service: 'dispatch', path: { id: meeting.id }, version: meeting.version } as const;
  const attendees = meeting.attendees.map((attendee) => ({ value: attendee.number, label: attendeeName(attendee) }));
  return (
    <Acts
      lifecycle="MeetingAction"
      allowed={meeting.allowedActions}
      forms={{
        HOLD: (title, primary) => (
          <ActButton
            {...spec}
            operation="holdMeeting"
            title={title}
            primary={primary}
            initial={{ attended: attendees.map((attendee) => attendee.value) }}
            changes={{ attended: { label: say('attended'), control: <Checkbox.Group options={attendees} /> } }}
            hint={say('holdHint')}
          />
        ),
        RECORD_MINUTES: (title, primary) => <ActButton {...spec} operation="recordMinutes" title={title} primary={primary} />,
        DECIDE: (title, primary) => <Decide meeting={meeting} title={title} primary={primary} />,
        CANCEL: (title) => <ActButton {...spec} operation="cancelMeeting" title={title} danger hint={say('cancelHint')} />,
      }}
    />
  );
}
