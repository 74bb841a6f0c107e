import { Space } from 'antd';
import { Link, useParams } from 'react-router';
import type { Answer } from '../api/client';
import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { words } from './words';

function Back({ month }: { month: string }) {
  const say = useWords(words);
  return <Link to={`/assessments/${month}`}>← {say('title', { month })}</Link>;
}

/** What may be done about an entry, by whom it concerns. */
function EntryActs({ month, entry, unitCode, item }: { month: string; entry: string; unitCode: string; item?: string }) {
  const say = useWords(words);
  const person = usePerson().data;
  const assessor = may(person, ['ASSESSOR']);
  return (
    <Space wrap>
      {may(person, ['UNIT_LEADER']) && person?.unit === unitCode && (
        <ActButton
          small
          service="inspection"
          operation="appealAgainstEntry"
          path={{ month }}
          title={say('appeal')}
          hint={say('appealHint')}
          fields={['reason']}
          fixed={{ unitCode, entry }}
        />
      )}
      {assessor && <ActButton small service="inspection" operation="exemptEntry" path={{ month }} title={say('exempt')} hint={say('exemptHint')} fields={['reason']} fixed={{ entry }} />}
      {assessor && item && (
        <ActButton
          small
          service="inspection"
          operation="judgeEntry"
          path={{ month }}
          title={say('judge')}
          hint={say('judgeHint')}
          fields={['kind', 'reason']}
          changes={{ kind: { codes: ['FALSE_REPLY', 'SHIRKING'] } }}
          fixed={{ entry: item }}
        />
      )}
    </Space>
  );
}

export function Items() {
  const { month = '' } = useParams();
  const say = useWords(words);
  const acting = may(usePerson().data, ['ASSESSOR', 'UNIT_LEADER']);
  return (
    <>
      <Back month={month} />
      <ListPage
        service="inspection"
        operation="listAssessmentItems"
        path={{ month }}
        object="EntryView"
        title={say('items', { month })}
        columns={['problemSerial', 'unit', 'categoryCode', 'issuedAt', 'dueAt', 'firstFinalAt', 'onTime', 'passedAtFirst', 'failures', 'writtenOffAt', 'exempt']}
        moreColumns={['orderSerial', 'subdistrictCode', 'deadlineClass', 'sourceKind', 'suspended', 'cancelled', 'returnRequested', 'takenBack', 'passedReplyAt', 'firstReviewAt', 'acceptedAtFirst', 'firstVerdictAt', 'relapsed', 'complete']}
        filters={['figure', 'part', 'unit', 'subdistrict', 'exempt', 'corrected']}
        keyOf={(row) => row.entry}
        linkOf={(row) => `/order-items/${row.itemId}`}
        exported
        acts={acting ? (row) => <EntryActs month={month} entry={row.entry} unitCode={row.unit.code} item={row.entry} /> : undefined}
      />
    </>
  );
}

export function Deductions() {
  const { month = '' } = useParams();
  const say = useWords(words);
  const acting = may(usePerson().data, ['ASSESSOR', 'UNIT_LEADER']);
  return (
    <>
      <Back month={month} />
      <ListPage
        service="inspection"
        operation="listAssessmentDeductions"
        path={{ month }}
        object="DeductionView"
        title={say('deductionsTitle', { month })}
        columns={['problemSerial', 'unit', 'kind', 'points', 'doubled', 'subdistrictCode', 'deductedAt', 'exempt']}
        filters={['kind', 'unit', 'subdistrict', 'exempt', 'corrected']}
        keyOf={(row) => row.entry}
        linkOf={(row) => `/order-items/${row.itemId}`}
        exported
        acts={acting ? (row) => <EntryActs month={month} entry={row.entry} unitCode={row.unit.code} /> : undefined}
      />
    </>
  );
}

export function Appeals() {
  const { month = '' } = useParams();
  const say = useWords(words);
  return (
    <>
      <Back month={month} />
      <ListPage
        service="inspection"
        operation="listAppeals"
        path={{ month }}
        object="AppealView"
        title={say('appeals', { month })}
        columns={['unit', 'status', 'reason', 'requestedAt', 'requestedBy', { field: 'decisions', title: say('review'), show: (row) => `${row.decisions.length}/2` }]}
        filters={['status', 'unit']}
        linkOf={(row) => `/assessments/${month}/appeals/${row.id}`}
        exported
      />
    </>
  );
}

export function Exemptions() {
  const { month = '' } = useParams();
  const say = useWords(words);
  return (
    <>
      <Back month={month} />
      <ListPage
        service="inspection"
        operation="listExemptions"
        path={{ month }}
        object="ExemptionView"
        title={say('exemptions', { month })}
        columns={['unit', 'reason', 'exemptedAt', 'exemptedBy']}
        filters={['unit']}
        linkOf={(row) => `/problems/${row.problemId}`}
        exported
      />
    </>
  );
}

type Formula = Answer<'inspection', 'listAssessmentFormulas'>['items'][number];

export function Formulas() {
  const say = useWords(words);
  const team = may(usePerson().data, ['SPECIAL_TEAM']);
  return (
    <ListPage
      service="inspection"
      operation="listAssessmentFormulas"
      object="FormulaView"
      title={say('formulas')}
      columns={[
        'version',
        'fromMonth',
        { field: 'weights', show: (formula: Formula) => <div style={{ maxWidth: 420 }}>{say('weights', { ...formula.weights, ...formula.points })}</div> },
        'multiplier',
        'fewestDue',
        'reason',
        'setAt',
        'setBy',
      ]}
      filters={[]}
      exported
      extra={team && <ActButton primary service="inspection" operation="setAssessmentFormula" title={say('newFormula')} hint={say('newFormulaHint')} />}
    />
  );
}
