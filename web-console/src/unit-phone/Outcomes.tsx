import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { components } from '../api/generated/dispatch';
import { shapesOf } from '../api/shapes';
import { choices, useWords } from '../words';
import { words as phoneWords } from '../offline/words';
import { words } from './words';

type Outcome = components['schemas']['Outcome'];
type Typed = Partial<Outcome>;

/** Numbers, from 1, of those that lack something. */
export function incomplete(outcomes: Outcome[] | null | undefined): number[] {
  return (outcomes ?? []).flatMap(({ measure, quantity, unit }, index) => (measure?.trim() && quantity >= 0 && unit ? [] : [index + 1]));
}

/** What was achieved, in figures. */
export function Outcomes({ value, change }: { value: Outcome[]; change: (value: Outcome[]) => void }) {
  const say = useWords(words);
  const phone = useWords(phoneWords);
  const shapes = shapesOf('dispatch', 'Outcome');
  const most = shapesOf('dispatch', 'NewReply').outcomes?.maxItems ?? 20;
  const rows: Typed[] = value;
  // What is not complete yet is kept as it is; the form is not sent until it is.
  const put = (next: Typed[]) => change(next as Outcome[]);
  const set = (at: number, part: Typed) => put(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div className="phone-field" role="group" aria-label={say('outcomes')}>
      <span className="name">
        {say('outcomes')}
        <span className="hint">{phone('optional')}</span>
      </span>
      {rows.map((row, index) => (
        <div key={index} style={{ borderTop: '1px solid #e5e5e5', padding: '8px 0', display: 'grid', gap: 8, gridTemplateColumns: '1fr 1fr' }}>
          <input
            style={{ gridColumn: '1 / -1' }}
            aria-label={`${say('measure')} ${index + 1}`}
            placeholder={say('measure')}
            value={row.measure ?? ''}
            maxLength={shapes.measure?.maxLength}
            onChange={(event) => set(index, { measure: event.target.value })}
          />
          <input
            aria-label={`${say('quantity')} ${index + 1}`}
            placeholder={say('quantity')}
            inputMode="decimal"
            type="number"
            min={0}
            step="any"
            value={row.quantity ?? ''}
            onChange={(event) => set(index, { quantity: event.target.value === '' ? undefined : Number(event.target.value) })}
          />
          <select aria-label={`${say('measureUnit')} ${index + 1}`} value={row.unit ?? ''} onChange={(event) => set(index, { unit: (event.target.value || undefined) as Outcome['unit'] | undefined })}>
            <option value="">{say('measureUnit')}</option>
            {choices(shapes.unit).map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <Checkbox style={{ alignItems: 'center' }} checked={row.qualifier === 'AT_LEAST'} onChange={(event) => set(index, { qualifier: event.target.checked ? 'AT_LEAST' : 'EXACT' })}>
            {say('atLeast')}
          </Checkbox>
          <Button onClick={() => put(rows.filter((_, at) => at !== index))}>{say('removeOutcome', { n: index + 1 })}</Button>
        </div>
      ))}
      {rows.length < most && (
        <Button block icon={<PlusOutlined />} onClick={() => put([...rows, { qualifier: 'EXACT' }])}>
          {say('addOutcome')}
        </Button>
      )}
    </div>
  );
}
