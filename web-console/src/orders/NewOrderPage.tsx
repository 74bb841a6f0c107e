import { useQueries } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { call } from '../api/client';
import { together } from '../api/use';
import { Loaded } from '../parts/states';
import { useWords } from '../words';
import { lineOf } from './ChooseItems';
import { OrderForm } from './OrderForm';
import { words } from './words';

/** A new order; the address may name the problems that it begins with. */
export default function NewOrderPage() {
  const say = useWords(words);
  const [address] = useSearchParams();
  const problemIds = [...new Set(address.getAll('problemId'))];
  const named = useQueries({
    queries: problemIds.map((problemId) => ({
      queryKey: ['dispatch', 'listOrderItems', { query: { problemId, limit: 1 } }],
      queryFn: () => call('dispatch', 'listOrderItems', { query: { problemId, limit: 1 } }),
    })),
  });
  // Without one of them it would be another order than was asked for: the form waits for all, and says what has no item.
  const all = together(named, (...answers) => answers.flatMap(({ items }) => items));
  return (
    <Loaded asked={all}>
      {(items) => (
        <>
          <WithoutItem problemIds={problemIds.filter((id) => items.every(({ problemId }) => problemId !== id))} />
          <OrderForm title={say('compose')} head={{ kind: 'SPECIAL', urgency: 'NORMAL' }} lines={items.map(lineOf)} />
        </>
      )}
    </Loaded>
  );
}

function WithoutItem({ problemIds }: { problemIds: string[] }) {
  const say = useWords(words);
  return (
    problemIds.length > 0 && (
      <Alert
        type="warning"
        showIcon
        role="alert"
        style={{ marginBottom: 12 }}
        title={say('withoutItem', { count: problemIds.length })}
        description={problemIds.map((id) => (
          <div key={id}>
            <Link to={`/problems/${id}`}>{id}</Link>
          </div>
        ))}
      />
    )
  );
}
