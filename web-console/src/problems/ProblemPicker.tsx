import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useAnswer } from '../api/use';
import { Choices } from '../parts/Choices';

interface Props {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
}

/** A problem found by its number or by words. */
export function ProblemPicker({ id, value, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const number = /^WT\d{4}-\d+$/i.test(asked);
  const found = useAnswer('intake', 'listProblems', { query: number ? { serial: asked.toUpperCase() } : { ...(asked ? { q: asked } : {}), limit: 20 } });
  const chosen = useAnswer('intake', 'getProblem', { path: { id: value ?? '' } }, { enabled: !!value });
  const problems = [...(value && chosen.data ? [chosen.data] : []), ...(found.data?.items ?? [])];
  const options = [...new Map(problems.map((problem) => [problem.id, { value: problem.id, label: `${problem.serial} ${problem.title}` }])).values()];
  return (
    <Choices asked={value ? [found, chosen] : found}>
      <Select id={id} value={value} onChange={onChange} options={options} allowClear showSearch={{ filterOption: false, onSearch: setTyped }} loading={found.isFetching} />
    </Choices>
  );
}
