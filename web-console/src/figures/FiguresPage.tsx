import { Card, Flex, Space, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../words';
import { Loop, Ranking, Sources, Trend } from './ByKey';
import { PeriodChoice, usePeriod } from './PeriodChoice';
import { ReportTable } from './ReportTable';
import { Totals } from './Totals';
import { words } from './words';

const WIDE = { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(440px, 100%), 1fr))', gap: 12, marginTop: 12 };

/** The district in a period: how much came in, who was late, where it came from and how far it is. */
export default function FiguresPage() {
  const say = useWords(words);
  const [period, choose] = usePeriod();
  return (
    <>
      <Flex wrap justify="space-between" align="center" gap={12} style={{ marginBottom: 12 }}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {say('title')}
        </Typography.Title>
        <PeriodChoice period={period} choose={choose} />
      </Flex>
      <Totals period={period} />
      <div style={WIDE}>
        <Ranking title={say('byUnit')} by="UNIT" period={period} />
        <Trend period={period} />
        <Sources period={period} />
        <Loop period={period} />
        <Ranking title={say('bySubdistrict')} by="SUBDISTRICT" period={period} />
        <Ranking title={say('byCategory')} by="CATEGORY" period={period} />
      </div>
      <Titled title={say('report')}>
        <ReportTable period={period} />
      </Titled>
      <Titled title={say('links')}>
        <Space wrap size="large">
          <Link to="/coverage">{say('coverageLink')}</Link>
          <Link to="/campaigns">{say('campaigns')}</Link>
          <Link to="/assessments">{say('assessment')}</Link>
          <Link to="/board">{say('board')}</Link>
        </Space>
      </Titled>
    </>
  );
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card size="small" style={{ marginTop: 12 }} title={<h2 style={{ fontSize: 16, margin: 0 }}>{title}</h2>}>
      {children}
    </Card>
  );
}
