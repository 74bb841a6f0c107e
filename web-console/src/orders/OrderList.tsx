import { Button } from 'antd';
import { Link } from 'react-router';
import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { Counts } from './Counts';
import { words } from './words';

const VIEWS = {
  all: '',
  drafts: 'status=DRAFT',
  open: 'status=ISSUED&status=PARTIALLY_REPLIED&status=REPLIED',
  closed: 'status=CLOSED',
  cancelled: 'status=CANCELLED',
  special: 'kind=SPECIAL',
  bulletins: 'kind=BULLETIN',
} as const;

/** Supervision orders, and the drafts of them that the special team works on. */
export default function OrderList() {
  const say = useWords(words);
  const team = may(usePerson().data, ['SPECIAL_TEAM']);
  const views = (Object.keys(VIEWS) as (keyof typeof VIEWS)[]).filter((name) => team || name !== 'drafts');
  return (
    <ListPage
      service="dispatch"
      operation="listOrders"
      object="OrderView"
      title={say('orders')}
      columns={[
        { field: 'serial', show: (order) => order.serial ?? say('draft') },
        'kind',
        'leadUnit',
        'status',
        'urgency',
        'issuedAt',
        { field: 'itemCounts', show: (order) => <Counts order={order} /> },
        'basis',
      ]}
      moreColumns={['basisKind', 'basisReference', 'basisOn', 'signer', 'cancelledAt', 'cancelReason']}
      filters={['serial', 'status', 'kind', 'unitCode', 'from', 'to']}
      views={views.map((name) => ({ name: say(name), query: VIEWS[name] }))}
      linkOf={(order) => `/orders/${order.id}`}
      extra={
        team && (
          <Link to="/orders/new">
            <Button type="primary">{say('compose')}</Button>
          </Link>
        )
      }
      batch={
        team
          ? [
              {
                label: say('issueDrafts'),
                of: (order) => order.allowedActions.includes('ISSUE'),
                render: (drafts, done) =>
                  drafts.length > 0 && (
                    <ActButton
                      service="dispatch"
                      operation="issueOrderDrafts"
                      title={say('issueDrafts')}
                      hint={say('issueDraftsHint', { count: drafts.length })}
                      fields={[]}
                      fixed={{ draftIds: drafts.map((order) => order.id) }}
                      onDone={done}
                    />
                  ),
              },
            ]
          : undefined
      }
      exported
    />
  );
}
