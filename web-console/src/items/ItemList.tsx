import { EachAct } from '../parts/EachAct';
import { ListPage } from '../parts/ListPage';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { IssueSelected } from './IssueSelected';
import { words } from './words';

/** Views that people ask for every day, as links. */
const VIEWS = {
  all: '',
  todo: 'todo=true',
  toAcknowledge: 'status=ISSUED&sort=dueAt',
  acknowledged: 'status=ACKNOWLEDGED&sort=dueAt',
  dueSoon: 'status=UNASSIGNED&status=ISSUED&status=ACKNOWLEDGED&status=RETURN_REQUESTED&status=REWORK&light=YELLOW',
  overdue: 'status=UNASSIGNED&status=ISSUED&status=ACKNOWLEDGED&status=RETURN_REQUESTED&status=REWORK&light=RED',
  toReview: 'status=REPLIED',
  unassigned: 'status=UNASSIGNED',
  returns: 'status=RETURN_REQUESTED',
  rework: 'status=REWORK',
  rechecks: 'status=RECHECK_PENDING',
  suspended: 'status=SUSPENDED',
  reviewOverdue: 'status=SUSPENDED&reviewOverdue=true',
  missedDay: 'sameDayMissed=true',
} as const;

/** Order items: what lies where, and how long is left. */
export default function ItemList() {
  const say = useWords(words);
  const person = usePerson().data;
  const team = may(person, ['SPECIAL_TEAM']);
  return (
    <ListPage
      service="dispatch"
      operation="listOrderItems"
      object="OrderItemView"
      title={say('items')}
      columns={['problemSerial', 'title', 'categoryCode', 'leadUnit', 'status', 'light', 'remaining', 'dueAt', 'reworkCount']}
      moreColumns={['orderSerial', 'place', 'sourceKind', 'deadlineClass', 'issuedAt', 'responsiblePerson', 'overdueSince', 'jointUnits', 'unassignedReason']}
      filters={['q', 'serial', 'status', 'light', 'unitCode', 'subdistrictCode', 'categoryCode', 'deadlineClass', 'overdue', 'difficulty', 'suspensionCause', 'todo', 'dueAfter', 'dueBefore']}
      sorts={['dueAt']}
      views={Object.entries(VIEWS).map(([name, query]) => ({ name: say(name as keyof typeof VIEWS), query }))}
      linkOf={(item) => `/order-items/${item.id}`}
      batch={
        team
          ? [
              {
                label: say('urge'),
                render: (rows, done) => (
                  <EachAct
                    service="dispatch"
                    operation="urgeUnit"
                    title={say('urge')}
                    rows={rows}
                    of={(item) => item.allowedActions.includes('URGE')}
                    requestOf={(item) => ({ path: { id: item.id } })}
                    nameOf={(item) => `${item.problemSerial} ${item.title}`}
                    fields={['text']}
                    done={done}
                  />
                ),
              },
              {
                label: say('issueSelected'),
                of: (item) => item.allowedActions.includes('ASSIGN') || item.allowedActions.includes('REISSUE'),
                render: (rows, done) => (rows.length > 0 ? <IssueSelected problemIds={rows.map((item) => item.problemId)} done={done} /> : null),
              },
            ]
          : undefined
      }
      exported
    />
  );
}
