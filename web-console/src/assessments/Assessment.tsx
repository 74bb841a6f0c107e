import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, DatePicker, Flex, Segmented, Space, Table, Tag, Tooltip, Typography, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { download, type Answer } from '../api/client';
import { useAnswer } from '../api/use';
import { ActButton } from '../parts/acts';
import { saveAs, SHEET } from '../parts/files';
import { moment } from '../parts/moments';
import { Papers } from '../parts/Papers';
import { FigureLink } from '../parts/show';
import { Loaded, Nothing } from '../parts/states';
import { may, usePerson } from '../session/person';
import { code, label, useWords } from '../words';
import { words } from './words';

type View = Answer<'inspection', 'getAssessment'>;
type Row = View['rows'][number];
type FigureName = keyof NonNullable<Row['figures']>;

const FIGURES: FigureName[] = ['due', 'onTimeRate', 'closeRate', 'firstPassRate', 'replyQuality', 'reworkRate', 'relapseRate', 'returnRate', 'dispatchAccuracy', 'loopCompleteness'];

/** The table of a month: places, figures with the rows behind them, and points taken off. */
export default function Assessment() {
  const { month = '' } = useParams();
  const say = useWords(words);
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const of = address.get('of') === 'SUBDISTRICT' ? 'SUBDISTRICT' : 'UNIT';
  const asked = useAnswer('inspection', 'getAssessment', { path: { month }, query: { of } });
  return (
    <>
      <Flex wrap gap={8} align="center" justify="space-between" style={{ marginBottom: 12 }}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {say('title', { month })}
        </Typography.Title>
        <Space wrap>
          <DatePicker
            picker="month"
            allowClear={false}
            aria-label={say('month')}
            value={dayjs(`${month}-01`)}
            maxDate={dayjs()}
            onChange={(chosen) => chosen && void navigate({ pathname: `/assessments/${chosen.format('YYYY-MM')}`, search: address.toString() })}
          />
          <Segmented
            aria-label={say('assessment')}
            value={of}
            options={[
              { value: 'UNIT', label: say('ofUnits') },
              { value: 'SUBDISTRICT', label: say('ofSubdistricts') },
            ]}
            onChange={(chosen) => setAddress(chosen === 'UNIT' ? {} : { of: chosen })}
          />
          <Workbook month={month} of={of} />
          <Papers service="inspection" operation="getAssessmentDocument" path={{ month }} query={{ of }} name={say('print')} />
        </Space>
      </Flex>
      <Loaded asked={asked}>{(view) => <Month view={view} />}</Loaded>
    </>
  );
}

function Workbook({ month, of }: { month: string; of: 'UNIT' | 'SUBDISTRICT' }) {
  const say = useWords(words);
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      saveAs(await download('inspection', 'getAssessmentWorkbook', { path: { month }, query: { of }, accept: SHEET }), `${say('title', { month })}.xlsx`);
    } catch (error) {
      message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined />} loading={busy} onClick={() => void save()}>
      {say('workbook')}
    </Button>
  );
}

function Month({ view }: { view: View }) {
  const say = useWords(words);
  const person = usePerson().data;
  const { month, formula } = view;
  return (
    <Flex vertical gap={12}>
      <Space wrap>
        <Tag color={view.status === 'CLOSED' ? 'green' : 'blue'}>{view.closedAt ? say('closedAt', { at: moment(view.closedAt) }) : say('open')}</Tag>
        <Link to={`/assessments/${month}/items?part=DENOMINATOR`}>{say('itemsLink')}</Link>
        <Link to={`/assessments/${month}/deductions`}>{say('deductionsLink')}</Link>
        {!may(person, ['SUBDISTRICT']) && <Link to={`/assessments/${month}/appeals`}>{say('appealsLink')}</Link>}
        {!may(person, ['SUBDISTRICT', 'UNIT_HANDLER', 'UNIT_LEADER']) && <Link to={`/assessments/${month}/exemptions`}>{say('exemptionsLink')}</Link>}
        <Link to="/assessment-formulas">{say('formulas')}</Link>
        {view.status === 'OPEN' && may(person, ['ASSESSOR']) && dayjs(`${month}-01`).endOf('month').isBefore(dayjs()) && (
          <ActButton danger service="inspection" operation="closeAssessment" path={{ month }} title={say('close')} hint={say('closeHint', { month })} />
        )}
      </Space>
      <Rows rows={view.rows} view={view} />
      {view.corrections.length > 0 && (
        <section aria-label={say('corrections')}>
          <Typography.Title level={2} style={{ fontSize: 16 }}>
            {say('corrections')}
          </Typography.Title>
          <Rows rows={view.corrections} view={view} />
        </section>
      )}
      <footer style={{ color: '#595959' }}>
        {say('footnote', { version: formula.version, at: moment(view.closedAt ?? view.asOf) })} {say('weights', { ...formula.weights, ...formula.points })}
      </footer>
    </Flex>
  );
}

function Rows({ rows, view }: { rows: Row[]; view: View }) {
  const say = useWords(words);
  const columns: TableColumnsType<Row> = [
    {
      key: 'rank',
      title: say('rank'),
      fixed: 'left',
      width: 100,
      render: (_, row) =>
        row.ranked ? (
          <strong>{row.rank ?? '—'}</strong>
        ) : (
          <Tooltip title={say('unrankedHint', { count: view.formula.fewestDue })}>
            <span>{say('unranked')}</span>
          </Tooltip>
        ),
    },
    { key: 'name', title: say('name'), fixed: 'left', width: 170, render: (_, row) => row.unit?.name ?? row.subdistrict?.name ?? '—' },
    { key: 'score', title: say('score'), align: 'right', render: (_, row) => <strong>{row.score?.toFixed(2) ?? '—'}</strong> },
    { key: 'adjusted', title: say('adjusted'), align: 'right', render: (_, row) => row.adjusted?.toFixed(2) ?? '—' },
    { key: 'deductions', title: say('deductions'), width: 190, render: (_, row) => <Deducted row={row} month={view.month} /> },
    { key: 'monthOnMonth', title: say('monthOnMonth'), align: 'right', render: (_, row) => <Change value={row.monthOnMonth} /> },
    { key: 'yearOnYear', title: say('yearOnYear'), align: 'right', render: (_, row) => <Change value={row.yearOnYear} /> },
    ...FIGURES.map((name) => ({
      key: name,
      title: label('inspection', 'AssessmentFigures', name),
      align: 'right' as const,
      render: (_: unknown, row: Row) => (row.figures ? <FigureLink figure={row.figures[name]} /> : '—'),
    })),
  ];
  return (
    <Table<Row>
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowKey={(row) => row.unit?.code ?? row.subdistrict?.code ?? ''}
      dataSource={rows}
      columns={columns}
      locale={{ emptyText: <Nothing /> }}
    />
  );
}

function Deducted({ row, month }: { row: Row; month: string }) {
  const say = useWords(words);
  if (row.deductions.length === 0) {
    return row.deductionCount ? say('noDeductions') : '—';
  }
  const kinds = [...new Set(row.deductions.map((line) => line.kind))];
  return (
    <details>
      <summary>{say('deductionsOf', { count: row.deductions.length, points: row.deducted?.toFixed(2) })}</summary>
      {kinds.map((kind) => (
        <div key={kind}>
          {code('DeductionKind', kind)} ×{row.deductions.filter((line) => line.kind === kind).length}
        </div>
      ))}
      {row.deductionCount ? <FigureLink figure={row.deductionCount}> {say('deductionsLink')}</FigureLink> : <Link to={`/assessments/${month}/deductions`}>{say('deductionsLink')}</Link>}
    </details>
  );
}

function Change({ value }: { value: number | null | undefined }) {
  if (value === null || value === undefined) {
    return <>—</>;
  }
  return (
    <span style={{ color: value > 0 ? '#237804' : value < 0 ? '#a8071a' : undefined }}>
      {value > 0 ? '↑' : value < 0 ? '↓' : ''} {Math.abs(value).toFixed(2)}
    </span>
  );
}
