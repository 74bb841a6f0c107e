import { useNavigate } from 'react-router';
import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { attendeeName } from './attendees';
import { words } from './words';

export default function MeetingList() {
  const say = useWords(words);
  return (
    <ListPage
      service="dispatch"
      operation="listMeetings"
      object="MeetingView"
      title={say('meetings')}
      columns={[
        'scheduledAt',
        'kind',
        'place',
        'chair',
        'status',
        { field: 'attendees', show: (meeting) => meeting.attendees.map(attendeeName).join('、') },
        { field: 'agenda', show: (meeting) => meeting.agenda.length },
        { field: 'decisions', show: (meeting) => meeting.decisions.length },
      ]}
      moreColumns={['lineCode', 'plannedBy', 'heldAt', 'cancelReason']}
      filters={['kind', 'status', 'lineCode', 'unitCode', 'from', 'to', 'openTasks']}
      sorts={['scheduledAt']}
      linkOf={(meeting) => `/meetings/${meeting.id}`}
      extra={<PlanMeeting />}
      exported
    />
  );
}

function PlanMeeting() {
  const say = useWords(words);
  const navigate = useNavigate();
  const person = usePerson().data;
  if (!may(person, ['SPECIAL_TEAM', 'LINE_LEADER'])) {
    return null;
  }
  const weekly = !may(person, ['SPECIAL_TEAM']);
  return (
    <ActButton
      primary
      service="dispatch"
      operation="planMeeting"
      title={say('plan')}
      fields={weekly ? ['lineCode', 'scheduledAt', 'place', 'chair', 'attendees', 'agenda'] : undefined}
      fixed={weekly ? { kind: 'LINE_WEEKLY' } : undefined}
      changes={{ lineCode: { required: weekly } }}
      hint={weekly ? `${say('weeklyHint')} ${say('attendeeHint')}` : say('attendeeHint')}
      onDone={(meeting) => void navigate(`/meetings/${meeting.id}`)}
    />
  );
}
