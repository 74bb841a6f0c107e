import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Card } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../words';
import { words } from '../words';

interface Props {
  title: string;
  chart: ReactNode;
  table: ReactNode;
  extra?: ReactNode;
}

/** A chart, and the table that says the same with the list behind each number. */
export function ChartCard({ title, chart, table, extra }: Props) {
  const say = useWords(words);
  const [tabled, setTabled] = useState(false);
  const other = say(tabled ? 'asChart' : 'asTable');
  return (
    <Card
      size="small"
      title={<h2 style={{ fontSize: 16, margin: 0 }}>{title}</h2>}
      extra={
        <>
          {extra}
          <Button type="text" size="small" icon={tabled ? <BarChartOutlined /> : <TableOutlined />} aria-label={`${title}：${other}`} onClick={() => setTabled(!tabled)}>
            {other}
          </Button>
        </>
      }
    >
      {tabled ? table : chart}
    </Card>
  );
}
