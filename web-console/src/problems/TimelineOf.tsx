import { Timeline } from 'antd';
import { Link } from 'react-router';
import { useAnswer } from '../api/use';
import { Content } from '../ledger/Content';
import { kindName } from '../ledger/kinds';
import { moment } from '../parts/moments';
import { Named } from '../parts/names';
import { Loaded, Nothing } from '../parts/states';
import { code, useWords } from '../words';
import { words } from './words';

const COLOURS: Record<string, string> = { intake: 'blue', dispatch: 'orange', inspection: 'green' };

/** All that happened to a problem in the three services, oldest first. */
export function TimelineOf({ problemId }: { problemId: string }) {
  const say = useWords(words);
  const timeline = useAnswer('intake', 'getProblemTimeline', { path: { id: problemId } });
  return (
    <Loaded asked={timeline}>
      {(entries) =>
        entries.length === 0 ? (
          <Nothing text={say('noTimeline')} />
        ) : (
          <Timeline
            items={entries.map((entry) => ({
              key: entry.id,
              color: COLOURS[entry.kind.split('.')[0]],
              content: (
                <div>
                  <strong>{kindName(entry.kind)}</strong> <span style={{ color: '#595959' }}>{moment(entry.occurredAt)}</span>{' '}
                  {entry.actor && (
                    <span>
                      {code('Role', entry.actor.role)} {entry.actor.unitCode && <Named kind="unit" code={entry.actor.unitCode} />}
                    </span>
                  )}{' '}
                  {entry.sequence && (
                    <Link to={`/ledger?problemId=${problemId}`} style={{ fontSize: 12 }}>
                      {say('entry', { sequence: entry.sequence })}
                    </Link>
                  )}
                  <div>
                    <Content kind={entry.kind} content={entry.content} />
                  </div>
                </div>
              ),
            }))}
          />
        )
      }
    </Loaded>
  );
}
