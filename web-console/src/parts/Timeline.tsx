import { Timeline as Antd } from 'antd';
import type { ReactNode } from 'react';
import { moment } from './moments';
import { ActorName } from './show';
import { Nothing } from './states';

export interface TimelineEntry {
  key: string | number;
  at: string;
  /** What happened. */
  title: ReactNode;
  who?: { role: string; unitCode: string | null };
  /** What was said, and what follows from it; lines without content are left out. */
  lines?: ReactNode[];
  colour?: string;
}

/** Who did what and when, in the order that is given. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  if (entries.length === 0) {
    return <Nothing />;
  }
  return (
    <Antd
      items={entries.map((entry) => ({
        key: entry.key,
        color: entry.colour,
        content: (
          <>
            <div>
              <strong>{entry.title}</strong>
              {entry.who && (
                <>
                  {' · '}
                  <ActorName actor={entry.who} />
                </>
              )}
            </div>
            <time dateTime={entry.at} style={{ color: '#595959' }}>
              {moment(entry.at)}
            </time>
            {entry.lines?.map((line, index) => line && <div key={index} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{line}</div>)}
          </>
        ),
      }))}
    />
  );
}
