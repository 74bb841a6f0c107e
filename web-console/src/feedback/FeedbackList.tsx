import { Card, Rate } from 'antd';
import { useAnswer } from '../api/use';
import { ListPage } from '../parts/ListPage';
import { PageLink } from '../parts/PageLink';
import { FigureLink } from '../parts/show';
import { Beside } from '../parts/states';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { words } from './words';

export default function FeedbackList() {
  const say = useWords(words);
  const person = usePerson();
  const figures = useAnswer('intake', 'getFeedbackFigures', {}, { enabled: may(person.data, ['SPECIAL_TEAM', 'LINE_LEADER', 'TOP_LEADER', 'COMMITTEE_INSPECTOR', 'ASSESSOR', 'ADMIN']) });
  return (
    <>
      <Beside asked={figures}>
        {(known) => (
          <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))', gap: 12, marginBottom: 16 }}>
            {(['answered', 'resolveRate', 'satisfyRate'] as const).map((name) => (
              <Card key={name} size="small" title={say(name)}>
                <span style={{ fontSize: 22 }}>
                  <FigureLink figure={known[name]} />
                </span>
              </Card>
            ))}
          </div>
        )}
      </Beside>
      <ListPage
        service="intake"
        operation="listFeedback"
        object="FeedbackView"
        title={say('feedback')}
        columns={[
          { field: 'problemSerial', show: (row) => <PageLink to={`/problems/${row.problemId}`}>{row.problemSerial}</PageLink> },
          { field: 'complaintSerial', show: (row) => <PageLink to={`/complaints/${row.complaintId}`}>{row.complaintSerial}</PageLink> },
          'resolved',
          { field: 'satisfaction', show: (row) => <Rate disabled value={row.satisfaction} aria-label={say('stars', { count: row.satisfaction })} style={{ fontSize: 14, whiteSpace: 'nowrap' }} /> },
          'comment',
          'way',
          'categoryCode',
          'subdistrictCode',
          'unit',
          'givenAt',
        ]}
        moreColumns={['channel', 'actor']}
        filters={['resolved', 'satisfaction', 'way', 'channel', 'categoryCode', 'subdistrictCode', 'unitCode', 'from', 'to']}
        sorts={['givenAt']}
        exported
      />
    </>
  );
}
