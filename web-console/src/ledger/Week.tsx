import { Alert, Space, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../api/use';
import { firstPage, ListPage } from '../parts/ListPage';
import { moment } from '../parts/moments';
import { FigureLink } from '../parts/show';
import { Beside } from '../parts/states';
import { useWords } from '../words';
import { words } from './words';

/** 周问题清单: what was new, carried over and finished; frozen lists stay as they were. */
export default function Week() {
  const { week = '' } = useParams();
  const say = useWords(words);
  // Whether a frozen list is intact is said with its first page alone.
  const head = useAnswer('intake', 'getWeeklyList', firstPage('intake', 'getWeeklyList', { week }));
  return (
    <>
      <Beside asked={head}>
        {(known) => (
          <Alert
            type={known.intact === false ? 'error' : known.frozen ? 'info' : 'warning'}
            showIcon
            style={{ marginBottom: 12 }}
            title={known.frozen && known.frozenAt ? say('frozen', { at: moment(known.frozenAt) }) : say('running')}
            description={
              <Space wrap size="large">
                {(['added', 'carried', 'finished'] as const).map((name) => (
                  <span key={name}>
                    {say(name)} <FigureLink figure={known[name]} />
                  </span>
                ))}
                <Link to={`/ledger/weeks/${week}`}>{say('all')}</Link>
                {known.carriedFrom && <Link to={`/ledger/weeks/${known.carriedFrom}`}>{say('carriedFrom', { week: known.carriedFrom })}</Link>}
                {typeof known.intact === 'boolean' && <Tag color={known.intact ? 'green' : 'red'}>{say(known.intact ? 'intact' : 'broken')}</Tag>}
              </Space>
            }
          />
        )}
      </Beside>
      <ListPage
        service="intake"
        operation="getWeeklyList"
        object="ListedProblemView"
        path={{ week }}
        title={say('week', { week })}
        columns={['serial', 'description', 'categoryName', 'subdistrictName', 'address', 'responsibleUnit', 'dueAt', 'status', 'remaining', 'issuedAt', 'recheckOutcome', 'carriedFrom']}
        moreColumns={['sourceKind', 'channelName', 'communityName', 'overdue', 'repliedAt', 'writtenOffAt', 'standingDemand']}
        filters={['serial', 'status', 'carried', 'overdue', 'categoryCode', 'subdistrictCode', 'unitCode']}
        keyOf={(row) => row.problemId}
        linkOf={(row) => `/problems/${row.problemId}`}
        exported
      />
    </>
  );
}
