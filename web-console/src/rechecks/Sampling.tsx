import { Form, Select } from 'antd';
import { useSearchParams } from 'react-router';
import type { Query } from '../api/client';
import { queryOf } from '../api/shapes';
import { useAnswer } from '../api/use';
import { Detail } from '../parts/Detail';
import { NamedSelect } from '../parts/names';
import { Loaded, Nothing } from '../parts/states';
import { choices, label, useWords } from '../words';
import { LotView } from './LotView';
import { words } from './words';

/** What a lot of the re-checks of a unit would be like, or the one of this week is. */
export default function Sampling() {
  const say = useWords(words);
  const [address, setAddress] = useSearchParams();
  const unit = address.get('unitCode') ?? undefined;
  const deadlineClass = address.get('class') ?? undefined;
  const query: Query<'inspection', 'getSampling'> = {
    unitCode: address.getAll('unitCode'),
    class: deadlineClass as Query<'inspection', 'getSampling'>['class'],
    period: address.get('period') ?? undefined,
  };
  const lot = useAnswer('inspection', 'getSampling', { query }, { enabled: !!unit && !!deadlineClass });
  const ask = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(address);
    next.delete(name);
    if (value) {
      next.set(name, value);
    }
    setAddress(next);
  };
  return (
    <Detail title={say('sampling')}>
      <Form layout="vertical" style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))', gap: '0 16px' }}>
        <Form.Item label={label('inspection', 'LotView', 'unitCode')} htmlFor="sampling-unit">
          <NamedSelect id="sampling-unit" kind="unit" value={unit} onChange={(chosen) => ask('unitCode', chosen as string | undefined)} />
        </Form.Item>
        <Form.Item label={label('inspection', 'LotView', 'deadlineClass')} htmlFor="sampling-class">
          <Select id="sampling-class" allowClear value={deadlineClass} options={choices(queryOf('inspection', 'getSampling').class)} onChange={(chosen?: string) => ask('class', chosen)} />
        </Form.Item>
      </Form>
      {unit && deadlineClass ? <Loaded asked={lot}>{(known) => <LotView lot={known} />}</Loaded> : <Nothing text={say('choose')} />}
    </Detail>
  );
}
