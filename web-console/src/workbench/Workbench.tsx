import { Card, Typography } from 'antd';
import { useAnswer } from '../api/use';
import { FigureLink } from '../parts/show';
import { Loaded } from '../parts/states';
import { useWords } from '../words';
import { words } from './words';

const FIGURES = ['todo', 'inProgress', 'done', 'dueSoon', 'overdue'] as const;

/** 待办, 在办, 已办, 即将超期, 已超期: each figure opens its list. */
export default function Workbench() {
  const say = useWords(words);
  const workbench = useAnswer('dispatch', 'getWorkbench');
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 20, marginTop: 0 }}>
        {say('title')}
      </Typography.Title>
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
    </>
  );
}
