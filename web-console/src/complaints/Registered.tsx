import { Card, Space, Typography } from 'antd';
import { Link } from 'react-router';
import { code, useWords } from '../words';
import type { Taken } from './Register';
import { words } from './words';

/** What became of what was sent last: what the caller is told. */
export function Registered({ taken }: { taken: Taken[] }) {
  const say = useWords(words);
  const [last, ...before] = taken;
  return (
    <Card size="small" title={say('lastOnes')} role="status" style={{ borderColor: '#52c41a' }}>
      <div style={{ fontSize: 18, fontWeight: 600 }}>
        <Link to={`/complaints/${last.id}`}>{last.serial}</Link>
      </div>
      <div>
        <Outcome of={last} />
      </div>
      {last.trackingCode && (
        <div style={{ marginTop: 4 }}>
          {say('tellCaller')}：{say('trackingCode')}{' '}
          <Typography.Text copyable strong style={{ fontSize: 16, letterSpacing: 1 }}>
            {last.trackingCode}
          </Typography.Text>
        </div>
      )}
      {before.length > 0 && (
        <ul style={{ margin: '8px 0 0', paddingInlineStart: 18 }}>
          {before.map((one) => (
            <li key={one.id}>
              <Space size={6} wrap>
                <Link to={`/complaints/${one.id}`}>{one.serial}</Link>
                <Outcome of={one} />
              </Space>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Outcome({ of }: { of: Taken }) {
  const say = useWords(words);
  const said = say(`became${of.status}`, { serial: of.problemSerial ?? '', why: of.waitingFor ? code('WaitingFor', of.waitingFor) : '' });
  return of.problemId ? <Link to={`/problems/${of.problemId}`}>{said}</Link> : <span>{said}</span>;
}
