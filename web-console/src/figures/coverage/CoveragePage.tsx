import { Card, DatePicker, Flex, Select, Table, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../api/use';
import { moment, DAY } from '../../parts/moments';
import { FigureLink } from '../../parts/show';
import { Loaded } from '../../parts/states';
import { code, useWords } from '../../words';
import { ChartCard } from '../charts/ChartCard';
import { FigureCard } from '../FigureCard';
import { mondayOf, today, weekOf } from '../period';
import { words } from '../words';
import { DistrictMap } from './DistrictMap';
import { Estimate } from './Estimate';
import { ObligationTable } from './ObligationTable';
import { TIERS, visitList, visitsOf, type Coverage, type SubdistrictCoverage, type Tier } from './tiers';
import { Weeks } from './Weeks';

const GRID = { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: 12 };
const WIDE = { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(440px, 100%), 1fr))', gap: 12, marginTop: 12 };

/** Where inspections have been in a week, and where not. */
export default function CoveragePage() {
  const say = useWords(words);
  const [address, setAddress] = useSearchParams();
  const week = address.get('week') ?? weekOf(today());
  const coverage = useAnswer('inspection', 'getCoverage', { query: { week } });
  return (
    <>
      <Flex wrap justify="space-between" align="center" gap={12} style={{ marginBottom: 12 }}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {say('coverage')}
        </Typography.Title>
        <DatePicker
          picker="week"
          aria-label={say('weekPicked')}
          allowClear={false}
          value={dayjs(mondayOf(week))}
          format={(day) => weekOf(day.format(DAY))}
          onChange={(day) => setAddress({ week: weekOf((day ?? dayjs()).format(DAY)) })}
        />
      </Flex>
      <Loaded asked={coverage}>{(figures) => <Week figures={figures} />}</Loaded>
      <div style={WIDE}>
        <Weeks week={week} />
        <ObligationTable week={week} />
        <Estimate week={week} />
      </div>
    </>
  );
}

function Week({ figures }: { figures: Coverage }) {
  const say = useWords(words);
  return (
    <>
      <div style={GRID}>
        <FigureCard title={say('covered')} now={figures.covered} compared={false} />
        <FigureCard title={say('blind')} hint={say('blindHint')} now={figures.blind} compared={false} />
        <FigureCard title={say('night')} now={figures.nightShare} compared={false} />
        <FigureCard title={say('weekend')} now={figures.weekendShare} compared={false} />
        <FigureCard title={say('obligations')} now={figures.obligations} compared={false} />
        <FigureCard title={say('foundFirst')} now={figures.foundFirst} compared={false} />
      </div>
      <Places figures={figures} />
      <Card size="small" style={{ marginTop: 12 }} title={<h2 style={{ fontSize: 16, margin: 0 }}>{say('tier')}</h2>}>
        <Table
          size="small"
          rowKey="tier"
          dataSource={figures.tiers}
          pagination={false}
          scroll={{ x: 'max-content' }}
          columns={[
            { key: 'tier', title: say('tier'), render: (_, row) => code('InspectionTier', row.tier) },
            { key: 'visits', title: say('visits'), align: 'right', render: (_, row) => <FigureLink figure={row.visits} /> },
            { key: 'covered', title: say('covered'), align: 'right', render: (_, row) => <FigureLink figure={row.covered} /> },
            { key: 'density', title: say('density'), align: 'right', render: (_, row) => row.inspectionDensity?.toFixed(2) ?? '—' },
          ]}
        />
      </Card>
    </>
  );
}

function Places({ figures }: { figures: Coverage }) {
  const say = useWords(words);
  const [tier, setTier] = useState<Tier>();
  const places = figures.subdistricts.map((row) => ({ code: row.code, name: row.name, value: visitsOf(row, tier), list: visitList(row, tier), marked: row.blind }));
  return (
    <div style={{ marginTop: 12 }}>
      <ChartCard
        title={say('map')}
        extra={
          <Select<Tier | 'ALL'>
            size="small"
            aria-label={say('tier')}
            value={tier ?? 'ALL'}
            style={{ width: 140 }}
            onChange={(chosen) => setTier(chosen === 'ALL' ? undefined : chosen)}
            options={[{ value: 'ALL', label: say('allTiers') }, ...TIERS.map((value) => ({ value, label: code('InspectionTier', value) }))]}
          />
        }
        chart={<DistrictMap label={say('map')} places={places} colours={['#f0f5ff', '#0958d9']} height={300} mark={say('blind')} />}
        table={
          <Table<SubdistrictCoverage>
            size="small"
            rowKey="code"
            dataSource={figures.subdistricts}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              { key: 'name', title: say('subdistrict'), dataIndex: 'name' },
              ...TIERS.map((one) => ({
                key: one,
                title: code('InspectionTier', one),
                align: 'right' as const,
                render: (_: unknown, row: SubdistrictCoverage) => <FigureLink figure={row.visits[one]} />,
              })),
              { key: 'night', title: say('night'), align: 'right', render: (_, row) => <FigureLink figure={row.nightShare} /> },
              { key: 'weekend', title: say('weekend'), align: 'right', render: (_, row) => <FigureLink figure={row.weekendShare} /> },
              { key: 'last', title: say('lastVisit'), render: (_, row) => (row.lastVisitAt ? moment(row.lastVisitAt) : say('never')) },
              { key: 'blind', title: say('blind'), render: (_, row) => (row.blind ? <strong style={{ color: '#a8071a' }}>{say('blind')}</strong> : '') },
            ]}
          />
        }
      />
    </div>
  );
}
