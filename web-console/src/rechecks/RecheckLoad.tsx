import { Card } from 'antd';
import { useAnswer } from '../api/use';
import { Detail, Rows, Section } from '../parts/Detail';
import { FigureLink } from '../parts/show';
import { Loaded } from '../parts/states';
import { useWords } from '../words';
import { words } from './words';

/** Who has how much to visit: each figure leads to the re-checks that it counts. */
export default function RecheckLoad() {
  const say = useWords(words);
  const load = useAnswer('inspection', 'getRecheckLoad');
  return (
    <Detail title={say('load')}>
      <Loaded asked={load}>
        {(figures) => (
          <>
            <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: 12 }}>
              {(['open', 'unassigned', 'overdue'] as const).map((name) => (
                <Card key={name} size="small" title={say(name)}>
                  <span style={{ fontSize: 28 }}>
                    <FigureLink figure={figures[name]} />
                  </span>
                </Card>
              ))}
            </div>
            <Section title={say('bySubdistrict')}>
              <Rows service="inspection" object="AreaLoad" rows={figures.subdistricts} keyOf={(area) => area.code} fields={['name', 'open', 'unassigned', 'overdue', 'nextDueAt']} />
            </Section>
            <Section title={say('byInspector')}>
              <Rows service="inspection" object="InspectorLoad" rows={figures.inspectors} keyOf={(one) => one.subject} fields={['subject', 'unitCode', 'open', 'overdue', 'nextDueAt']} />
            </Section>
          </>
        )}
      </Loaded>
    </Detail>
  );
}
