import { DatePicker, Space } from 'antd';
import dayjs from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek';
import { Link, useSearchParams } from 'react-router';
import { useAnswer } from '../api/use';
import { ListPage } from '../parts/ListPage';
import { FigureLink } from '../parts/show';
import { Beside } from '../parts/states';
import { useWords } from '../words';
import { words } from './words';

dayjs.extend(isoWeek);

export default function KeyTasks() {
  const say = useWords(words);
  const [address, setAddress] = useSearchParams();
  const week = address.get('week') ?? undefined;
  const figures = useAnswer('intake', 'getKeyTaskFigures', week ? { query: { week } } : {});
  return (
    <>
      <Beside asked={figures} />
      <ListPage
        service="intake"
        operation="listKeyTasks"
        object="KeyTaskView"
        title={say('keyTasks')}
        columns={[
          'serial',
          'week',
          'title',
          'reference',
          'dueOn',
          'status',
          'overdue',
          { field: 'problemSerial', show: (row) => (row.problemId ? <Link to={`/problems/${row.problemId}`}>{row.problemSerial}</Link> : '—') },
          'responsibleUnit',
          'writtenOffAt',
        ]}
        filters={['status', 'week']}
        linkOf={(row) => `/complaints/${row.id}`}
        exported
        extra={
          <Space wrap>
            {figures.data && (
              <span>
                {figures.data.week} · {say('total')} <FigureLink figure={figures.data.total} /> · {say('done')} <FigureLink figure={figures.data.done} />
              </span>
            )}
            <DatePicker
              picker="week"
              aria-label={say('week')}
              placeholder={say('week')}
              onChange={(chosen) => {
                const next = new URLSearchParams(address);
                next.delete('week');
                if (chosen) {
                  const monday = chosen.isoWeekday(1);
                  next.set('week', `${monday.add(3, 'day').year()}-W${String(monday.isoWeek()).padStart(2, '0')}`);
                }
                setAddress(next);
              }}
            />
          </Space>
        }
      />
    </>
  );
}
