import { Alert, Button, DatePicker, Flex, Form, InputNumber, Select, Table, Typography } from 'antd';
import type { Dayjs } from 'dayjs';
import dayjs from 'dayjs';
import type { Answer, Body } from '../api/client';
import { shapesOf } from '../api/shapes';
import { useAct } from '../api/use';
import { DurationInput } from '../parts/form';
import { chosenFrom, instantOf } from '../parts/moments';
import { useTime } from '../parts/show';
import { Failure, Nothing } from '../parts/states';
import { choices, code, label, useWords } from '../words';
import { Area } from './Area';
import { words } from './words';

type Compared = Answer<'dispatch', 'compareSlaPolicies'>;
type Question = Body<'dispatch', 'compareSlaPolicies'>;
type Policy = NonNullable<Question['policies']>[number];
type Row = Pick<Compared, 'actual' | 'supposed' | 'limits'> & { key: string; name: string } & Partial<Pick<Compared['units'][number], 'actualOpen' | 'supposedOpen'>>;
interface Typed {
  span: [Dayjs, Dayjs];
  policies: Partial<Policy>[];
}

const CLASSES = shapesOf('dispatch', 'SupposedPolicy').deadlineClass;
const COUNTING = shapesOf('dispatch', 'SupposedPolicy').counting;

/** A past period again, under other limits: what would have been warned of and overdue. */
export default function WhatIf() {
  const say = useWords(words);
  const act = useAct('dispatch', 'compareSlaPolicies');
  const [form] = Form.useForm<Typed>();
  const title = (field: keyof Policy) => label('dispatch', 'SupposedPolicy', field);

  const ask = ({ span, policies }: Typed) => {
    const supposed = policies.map((policy, index) => ({ ...policy, deadlineClass: (CLASSES.values ?? [])[index] })).filter((policy) => policy.limit || policy.counting || typeof policy.warnAt === 'number' || typeof policy.reworkShare === 'number');
    const now = chosenFrom(dayjs().toISOString());
    const end = span[1].add(1, 'day').startOf('day');
    // A period that is not over cannot be replayed: of today, what there is by now.
    act.mutate({ body: { from: instantOf(span[0].startOf('day')), to: instantOf(end.isAfter(now) ? now : end), policies: supposed as Policy[] } });
  };

  const today = chosenFrom(dayjs().toISOString()).startOf('day');
  return (
    <Area>
      <Typography.Title level={1} style={{ fontSize: 20, marginTop: 0 }}>
        {say('whatIf')}
      </Typography.Title>
      <p>{say('whatIfHint')}</p>
      <Form<Typed>
        form={form}
        layout="vertical"
        onFinish={ask}
        initialValues={{ span: [today.subtract(30, 'day'), today], policies: (CLASSES.values ?? []).map(() => ({})) }}
      >
        <Form.Item name="span" label={say('period')} rules={[{ required: true }]}>
          <DatePicker.RangePicker allowClear={false} maxDate={today} />
        </Form.Item>
        <Form.List name="policies">
          {(rows) => (
            <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))' }}>
              {rows.map((row) => (
                <fieldset key={row.key} style={{ border: '1px solid #d9d9d9', borderRadius: 6, padding: '4px 12px', minWidth: 0 }}>
                  <legend style={{ fontSize: 14, width: 'auto', padding: '0 6px', marginBottom: 0, border: 0, color: 'inherit' }}>{code('DeadlineClass', (CLASSES.values ?? [])[row.name])}</legend>
                  <Form.Item name={[row.name, 'limit']} label={title('limit')}>
                    <DurationInput />
                  </Form.Item>
                  <Form.Item name={[row.name, 'counting']} label={title('counting')}>
                    <Select allowClear options={choices(COUNTING)} placeholder={say('asItIs')} />
                  </Form.Item>
                  <Flex gap={8}>
                    <Form.Item name={[row.name, 'warnAt']} label={title('warnAt')} style={{ flex: 1 }}>
                      <InputNumber min={0.01} max={1} step={0.05} placeholder={say('asItIs')} style={{ width: '100%' }} />
                    </Form.Item>
                    <Form.Item name={[row.name, 'reworkShare']} label={title('reworkShare')} style={{ flex: 1 }}>
                      <InputNumber min={0.01} max={1} step={0.05} placeholder={say('asItIs')} style={{ width: '100%' }} />
                    </Form.Item>
                  </Flex>
                </fieldset>
              ))}
            </div>
          )}
        </Form.List>
        <Button type="primary" htmlType="submit" loading={act.isPending} style={{ margin: '12px 0' }}>
          {say('replay')}
        </Button>
      </Form>
      {act.error && <Failure error={act.error} />}
      {act.data && <Comparison found={act.data} />}
    </Area>
  );
}

function Comparison({ found }: { found: Compared }) {
  const say = useWords(words);
  const time = useTime();
  const rows: Row[] = [
    { key: '', name: say('wholeDistrict'), limits: found.limits, actual: found.actual, supposed: found.supposed },
    ...found.units.map((unit) => ({ ...unit, key: unit.unitCode, name: unit.unitName })),
  ];
  return (
    <section aria-label={say('comparison')} role="status">
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {say('comparison')}
      </Typography.Title>
      {found.limits === 0 && <Alert type="info" showIcon title={say('noLimits')} style={{ marginBottom: 12 }} />}
      <Table
        size="small"
        pagination={false}
        dataSource={rows}
        locale={{ emptyText: <Nothing /> }}
        scroll={{ x: 'max-content' }}
        columns={[
          { key: 'name', title: say('unit'), render: (_, row) => row.name },
          { key: 'limits', title: say('limits'), align: 'right', render: (_, row) => row.limits },
          { key: 'warned', title: say('warned'), align: 'right', render: (_, row) => <Change before={row.actual.warned} after={row.supposed.warned} /> },
          { key: 'overdue', title: say('overdue'), align: 'right', render: (_, row) => <Change before={row.actual.overdue} after={row.supposed.overdue} /> },
          {
            key: 'overdueTime',
            title: say('overdueTime'),
            align: 'right',
            render: (_, row) => `${time(row.actual.overdueTime)} → ${time(row.supposed.overdueTime)}`,
          },
          {
            key: 'open',
            title: say('openAtOnce'),
            align: 'right',
            render: (_, row) =>
              row.actualOpen && row.supposedOpen
                ? `${row.actualOpen.peak}（${row.actualOpen.mean.toFixed(1)}） → ${row.supposedOpen.peak}（${row.supposedOpen.mean.toFixed(1)}）`
                : '—',
          },
        ]}
      />
    </section>
  );
}

/** `12 → 9 (−3)`: what was, what would have been. */
function Change({ before, after }: { before: number; after: number }) {
  const difference = after - before;
  return (
    <>
      {before} → {after}
      {difference !== 0 && <span style={{ color: difference > 0 ? '#a8071a' : '#237804' }}>{` (${difference > 0 ? '+' : '−'}${Math.abs(difference)})`}</span>}
    </>
  );
}
