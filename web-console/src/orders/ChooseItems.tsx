import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import type { Row } from '../api/client';
import { useAnswer } from '../api/use';
import { Named } from '../parts/names';
import { CodeTag } from '../parts/show';
import { Failure } from '../parts/states';
import { useWords } from '../words';
import type { Line } from './OrderForm';
import { words } from './words';

type Item = Row<'dispatch', 'listOrderItems'>;

const MANY = 100;

/** What an order says of an item at first: what is known of it. */
export function lineOf(item: Item): Line {
  return {
    problemId: item.problemId,
    name: `${item.problemSerial} ${item.title}`,
    deadlineClass: item.deadlineClass ?? 'GENERAL',
    demand: item.demand ?? undefined,
    responsiblePerson: item.responsiblePerson ?? undefined,
  };
}

/** Problems that an order can take: without a unit, or not yet acknowledged by one. */
export function ChooseItems({ taken, choose }: { taken: string[]; choose: (lines: Line[]) => void }) {
  const say = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {say('chooseItems')}
      </Button>
      {open && (
        <Choice
          taken={taken}
          close={(lines) => {
            setOpen(false);
            choose(lines);
          }}
        />
      )}
    </>
  );
}

function Choice({ taken, close }: { taken: string[]; close: (lines: Line[]) => void }) {
  const say = useWords(words);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Item[]>([]);
  const items = useAnswer('dispatch', 'listOrderItems', { query: { status: ['UNASSIGNED', 'ISSUED'], limit: MANY, ...(typed ? { q: typed } : {}) } });
  const rows = (items.data?.items ?? []).filter((item) => !taken.includes(item.problemId) && (item.allowedActions.includes('ASSIGN') || item.allowedActions.includes('REISSUE')));
  return (
    <Modal
      open
      width={900}
      title={say('chooseItems')}
      okText={say('take', { count: chosen.length })}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={() => close(chosen.map(lineOf))}
      onCancel={() => close([])}
    >
      <Input.Search aria-label={say('search')} placeholder={say('search')} allowClear onSearch={(words) => setTyped(words.trim())} style={{ marginBottom: 8 }} />
      {items.error && <Failure error={items.error} retry={() => void items.refetch()} trying={items.isFetching} />}
      <Table<Item>
        size="small"
        rowKey="problemId"
        pagination={false}
        loading={items.isFetching}
        scroll={{ x: 'max-content', y: 400 }}
        dataSource={rows}
        rowSelection={{
          selectedRowKeys: chosen.map((item) => item.problemId),
          preserveSelectedRowKeys: true,
          onChange: (_, picked) => setChosen(picked),
          getCheckboxProps: (item) => ({ 'aria-label': item.problemSerial }) as object,
        }}
        columns={[
          { title: say('problem'), dataIndex: 'problemSerial' },
          { title: say('itemTitle'), render: (_, item) => <div style={{ maxWidth: 240 }}>{item.title}</div> },
          { title: say('subdistrict'), render: (_, item) => (item.place?.subdistrictCode ? <Named kind="subdistrict" code={item.place.subdistrictCode} /> : '—') },
          { title: say('status'), render: (_, item) => <CodeTag name="ItemStatus" value={item.status} /> },
          { title: say('unit'), render: (_, item) => item.leadUnit?.name ?? '—' },
        ]}
      />
    </Modal>
  );
}
