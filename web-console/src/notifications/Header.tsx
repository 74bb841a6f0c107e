import { BellOutlined } from '@ant-design/icons';
import { Badge, Tooltip } from 'antd';
import { Link } from 'react-router';
import { useLiveState } from '../api/live';
import { useAnswer } from '../api/use';
import { may, type Person } from '../session/person';
import { useWords } from '../words';
import { TOLD } from './told';
import { words } from './words';

const MINUTE = 60_000;
const COLOURS = { live: '#52c41a', connecting: '#d9d9d9', cut: '#ffc53d' };

/** Whether the page follows what happens. */
export function LiveSign() {
  const say = useWords(words);
  const state = useLiveState();
  return (
    <Tooltip title={say(state === 'cut' ? 'cutHint' : 'liveHint')}>
      <span role="status" style={{ color: '#fff', fontSize: 12, whiteSpace: 'nowrap' }}>
        <Badge color={COLOURS[state]} /> {say(state)}
      </span>
    </Tooltip>
  );
}

/** How many notifications somebody has not read. */
export function Bell({ person }: { person: Person }) {
  return may(person, TOLD) ? <Unread /> : null;
}

function Unread() {
  const say = useWords(words);
  const unread = useAnswer('dispatch', 'listNotifications', { query: { unread: true, count: 'exact', limit: 1 } }, { every: MINUTE });
  const count = unread.data?.total ?? 0;
  return (
    <Link to="/notifications" aria-label={say('unread', { count })} title={say('unread', { count })} style={{ padding: '0 24px 0 12px' }}>
      <Badge count={count} size="small" aria-hidden>
        <BellOutlined style={{ color: '#fff', fontSize: 18 }} />
      </Badge>
    </Link>
  );
}
