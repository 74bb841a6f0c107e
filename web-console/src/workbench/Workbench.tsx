import { Card, Typography } from 'antd';
import { useAnswer } from '../api/use';
import { OPEN } from '../items/item';
import { FigureLink } from '../parts/show';
import { Loaded } from '../parts/states';
import { may, usePerson, type Person, type Role } from '../session/person';
import { useWords } from '../words';
import { FirstRows } from './FirstRows';
import { words } from './words';

const FIGURES = ['todo', 'inProgress', 'done', 'dueSoon', 'overdue'] as const;

/** Whose act an item can wait for; who has items in hand; who has a desk of its own figures; who goes out to look; who takes complaints in. */
const ACTS: Role[] = ['SPECIAL_TEAM', 'UNIT_HANDLER', 'UNIT_LEADER'];
const UNITS: Role[] = ['UNIT_HANDLER', 'UNIT_LEADER'];
const CLERK: Role[] = ['CHANNEL_CLERK'];
const GOES_OUT: Role[] = ['INSPECTOR', 'COMMITTEE_INSPECTOR'];
const TAKES_IN: Role[] = ['CHANNEL_CLERK', 'SPECIAL_TEAM'];

/** Of the figure 在办 the same items, those first whose limit ends first. */
const IN_HAND = `/order-items?${OPEN.map((status) => `status=${status}`).join('&')}&todo=false&sort=dueAt`;

/** 待办, 在办, 已办, 即将超期, 已超期 with their lists, and the first of what waits. */
export default function Workbench() {
  const say = useWords(words);
  const person = usePerson().data;
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 20, marginTop: 0 }}>
        {say('title')}
      </Typography.Title>
      {person && <Desk person={person} />}
    </>
  );
}

function Desk({ person }: { person: Person }) {
  const say = useWords(words);
  return (
    <>
      {person.roles.some((role) => !CLERK.includes(role)) && <Figures />}
      {may(person, ACTS) && (
        <FirstRows
          title={say('items')}
          service="dispatch"
          operation="listOrderItems"
          object="OrderItemView"
          list="/order-items?todo=true"
          query={{ todo: true, sort: 'dueAt' }}
          columns={['title', 'problemSerial', 'leadUnit', 'status', 'light', 'remaining', 'dueAt']}
          linkOf={(item) => `/order-items/${item.id}`}
          empty={say('nothing')}
        />
      )}
      {may(person, UNITS) && (
        <FirstRows
          title={say('inHand')}
          service="dispatch"
          operation="listOrderItems"
          object="OrderItemView"
          list={IN_HAND}
          query={{ status: [...OPEN], todo: false, sort: 'dueAt' }}
          columns={['title', 'problemSerial', 'leadUnit', 'status', 'light', 'remaining', 'dueAt']}
          linkOf={(item) => `/order-items/${item.id}`}
          empty={say('nothingInHand')}
        />
      )}
      {may(person, GOES_OUT) && (
        <FirstRows
          title={say('rechecks')}
          service="inspection"
          operation="listRechecks"
          object="RecheckView"
          list="/rechecks?status=PLANNED&status=ASSIGNED&sort=dueAt"
          query={{ status: ['PLANNED', 'ASSIGNED'], sort: 'dueAt' }}
          columns={['title', 'problemSerial', 'kind', 'leadUnit', 'place', 'status', 'dueAt']}
          linkOf={(recheck) => `/rechecks/${recheck.id}`}
          empty={say('nothing')}
        />
      )}
      {may(person, TAKES_IN) && (
        <>
          <FirstRows
            title={say('complaints')}
            service="intake"
            operation="listComplaints"
            object="ComplaintView"
            list="/complaints?status=RECEIVED"
            query={{ status: ['RECEIVED'] }}
            columns={['serial', 'channel', 'subject', 'text', 'waitingFor', 'receivedAt']}
            linkOf={(complaint) => `/complaints/${complaint.id}`}
            empty={say('nothing')}
          />
          <FirstRows
            title={say('callBacks')}
            service="intake"
            operation="listCallBacks"
            object="CallBackView"
            list="/call-backs?status=OPEN&sort=dueAt"
            query={{ status: ['OPEN'], sort: 'dueAt' }}
            columns={['complaintSerial', 'title', 'channel', 'light', 'attempts', 'dueAt']}
            linkOf={(call) => `/complaints/${call.complaintId}`}
            empty={say('nothing')}
          />
        </>
      )}
    </>
  );
}

function Figures() {
  const say = useWords(words);
  const workbench = useAnswer('dispatch', 'getWorkbench', {}, { every: 60_000 });
  return (
    <Loaded asked={workbench}>
      {(figures) => (
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: 12 }}>
          {FIGURES.map((name) => (
            <Card key={name} size="small" title={say(name)}>
              <span style={{ fontSize: 28 }}>
                <FigureLink figure={figures[name]} />
              </span>
            </Card>
          ))}
        </div>
      )}
    </Loaded>
  );
}
