import { Button } from 'antd';
import { Link } from 'react-router';
import type { Row } from '../api/client';
import { useAct } from '../api/use';
import { ListPage } from '../parts/ListPage';
import { moment } from '../parts/moments';
import { pageOf } from '../parts/show';
import { Nothing } from '../parts/states';
import { useWords } from '../words';
import { words } from './words';

type Notification = Row<'dispatch', 'listNotifications'>;

/** What one was told, newest first. Opening what it is about marks it as read. */
export default function NotificationList() {
  const say = useWords(words);
  return (
    <ListPage
      service="dispatch"
      operation="listNotifications"
      object="NotificationView"
      title={say('title')}
      columns={[
        { field: 'text', show: (notification) => <Text notification={notification} /> },
        'kind',
        'unit',
        'dueAt',
        'at',
        { field: 'readAt', show: (notification) => <ReadAt notification={notification} /> },
      ]}
      moreColumns={['problemSerial', 'orderSerial', 'recipient', 'count']}
      filters={['unread', 'kind']}
      empty={<Nothing text={say('nothing')} />}
      batch={[{ label: say('read'), of: (notification) => !notification.readAt, render: (rows, done) => <ReadAll rows={rows} done={done} /> }]}
      exported
    />
  );
}

function Text({ notification }: { notification: Notification }) {
  const read = useAct('dispatch', 'readNotification');
  const open = () => {
    if (!notification.readAt) {
      read.mutate({ path: { id: notification.id } });
    }
  };
  return (
    <Link to={notification.itemId ? `/order-items/${notification.itemId}` : pageOf(notification.list)} onClick={open}>
      <span style={{ fontWeight: notification.readAt ? 'normal' : 600, whiteSpace: 'normal' }}>{notification.text}</span>
    </Link>
  );
}

function ReadAt({ notification }: { notification: Notification }) {
  const say = useWords(words);
  const read = useAct('dispatch', 'readNotification');
  return notification.readAt ? (
    <span style={{ whiteSpace: 'nowrap' }}>{moment(notification.readAt)}</span>
  ) : (
    <Button size="small" loading={read.isPending} onClick={() => read.mutate({ path: { id: notification.id } })}>
      {say('read')}
    </Button>
  );
}

function ReadAll({ rows, done }: { rows: Notification[]; done: () => void }) {
  const say = useWords(words);
  const read = useAct('dispatch', 'readNotification');
  const all = async () => {
    await Promise.all(rows.map((row) => read.mutateAsync({ path: { id: row.id } })));
    done();
  };
  return (
    <Button disabled={rows.length === 0} loading={read.isPending} onClick={() => void all().catch(() => undefined)}>
      {say('read')}
    </Button>
  );
}
