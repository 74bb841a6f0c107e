import { Card, Progress as Bar, Select, Tabs } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../api/client';
import { useAnswer } from '../api/use';
import { Rows, Section } from '../parts/Detail';
import { moment } from '../parts/moments';
import { Named } from '../parts/names';
import { Beside, Loaded, Nothing } from '../parts/states';
import { code, useWords } from '../words';
import { words } from './words';

type View = Answer<'dispatch', 'getCampaignProgress'>;
type Row = View['byCategory'][number];
type By = 'categoryCode' | 'subdistrictCode' | 'keyArea';

/** How far a campaign is: done is what is written off. Every figure leads to the points or items that it counts. */
export function Progress({ id }: { id: string }) {
  const say = useWords(words);
  const [keyArea, setKeyArea] = useState<string>();
  const whole = useAnswer('dispatch', 'getCampaignProgress', { path: { id } });
  const asked = useAnswer('dispatch', 'getCampaignProgress', { path: { id }, query: keyArea ? { keyArea } : {} });
  const areas = (whole.data?.byKeyArea ?? []).flatMap((row) => (row.code ? [{ value: row.code, label: row.code }] : []));
  const areaChoice = areas.length > 0 && (
    <Select aria-label={say('keyArea')} placeholder={say('keyArea')} allowClear value={keyArea} options={areas} onChange={setKeyArea} style={{ minWidth: 180 }} />
  );
  return (
    <Section title={say('progress')} extra={areaChoice}>
      {keyArea && <Beside asked={whole} />}
      <Loaded asked={asked}>{(progress) => <Figures id={id} progress={progress} keyArea={keyArea} />}</Loaded>
    </Section>
  );
}

function Figures({ id, progress, keyArea }: { id: string; progress: View; keyArea: string | undefined }) {
  const say = useWords(words);
  const share = progress.target > 0 ? Math.round((progress.done / progress.target) * 1000) / 10 : 0;
  const parts: { by: By; title: string; rows: Row[] }[] = [
    { by: 'categoryCode', title: say('byCategory'), rows: progress.byCategory },
    { by: 'subdistrictCode', title: say('bySubdistrict'), rows: progress.bySubdistrict },
    { by: 'keyArea', title: say('byKeyArea'), rows: progress.byKeyArea },
  ];
  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'baseline' }}>
        <Link to={`/order-items?campaignId=${id}&status=WRITTEN_OFF`} style={{ fontSize: 18 }}>
          {say('progressText', { done: progress.done, target: progress.target })}
        </Link>
        <span>{say('asOf', { time: moment(progress.asOf) })}</span>
      </div>
      <Bar percent={share} status="normal" aria-label={say('progressText', { done: progress.done, target: progress.target })} />
      <Tabs items={parts.map(({ by, title, rows }) => ({ key: by, label: title, children: <Parts id={id} by={by} rows={rows} keyArea={keyArea} /> }))} />
      <Section title={say('outcomes')}>
        {progress.outcomes.length === 0 ? (
          <Nothing text={say('noOutcomes')} />
        ) : (
          <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))', gap: 12 }}>
            {progress.outcomes.map((outcome) => (
              <Card key={`${outcome.measure} ${outcome.unit}`} size="small" title={outcome.measure}>
                <Link to={`/order-items?campaignId=${id}&status=WRITTEN_OFF`} style={{ fontSize: 20 }}>
                  {say(outcome.qualifier === 'AT_LEAST' ? 'atLeast' : 'exact', { quantity: outcome.quantity, unit: code('MeasureUnit', outcome.unit) })}
                </Link>
                <div>{say('outcomesFrom', { items: outcome.items })}</div>
              </Card>
            ))}
          </div>
        )}
      </Section>
    </>
  );
}

function Parts({ id, by, rows, keyArea }: { id: string; by: By; rows: Row[]; keyArea: string | undefined }) {
  const say = useWords(words);
  // The lists know no filter for "of none", and items none for key areas: such figures stand without a link.
  const points = (row: Row, rest = '') =>
    row.code && `/campaigns/${id}/points?${by}=${encodeURIComponent(row.code)}${keyArea && by !== 'keyArea' ? `&keyArea=${encodeURIComponent(keyArea)}` : ''}${rest}`;
  const items = (row: Row, rest = '') => row.code && by !== 'keyArea' && !keyArea && `/order-items?campaignId=${id}&${by}=${encodeURIComponent(row.code)}${rest}`;
  const linked = (to: string | null | undefined | false, figure: number) => (to ? <Link to={to}>{figure}</Link> : figure);
  return (
    <Rows
      service="dispatch"
      object="ProgressRow"
      rows={rows}
      keyOf={(row) => row.code ?? ''}
      fields={['code', 'target', 'points', 'surveyed', 'notNeeded', 'planned', 'items', 'done']}
      titles={{ code: say('part') }}
      show={{
        code: (row) => (row.code === null ? say('noArea') : by === 'keyArea' ? row.code : <Named kind={by === 'categoryCode' ? 'category' : 'subdistrict'} code={row.code ?? ''} />),
        points: (row) => linked(points(row), row.points),
        surveyed: (row) => linked(points(row, '&status=SURVEYED&status=NOT_NEEDED&status=IN_WORK'), row.surveyed),
        notNeeded: (row) => linked(points(row, '&status=NOT_NEEDED'), row.notNeeded),
        planned: (row) => linked(points(row, '&planned=true'), row.planned),
        items: (row) => linked(items(row) || points(row, '&status=IN_WORK'), row.items),
        done: (row) => linked(items(row, '&status=WRITTEN_OFF'), row.done),
      }}
    />
  );
}
