import { useQueries } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { call } from '../api/client';
import { Loaded } from '../parts/states';
import { useWords } from '../words';
import { lineOf } from './ChooseItems';
import { OrderForm } from './OrderForm';
import { words } from './words';

/** A new order; the address may name the problems that it begins with. */
export default function NewOrderPage() {
  const say = useWords(words);
  const [address] = useSearchParams();
  const named = useQueries({
    queries: address.getAll('problemId').map((problemId) => ({
      queryKey: ['dispatch', 'listOrderItems', { query: { problemId, limit: 1 } }],
      queryFn: () => call('dispatch', 'listOrderItems', { query: { problemId, limit: 1 } }),
    })),
  });
  // Without one of them it would be another order than was asked for.
  const all = {
    data: named.every((answer) => answer.data) ? named.flatMap((answer) => answer.data?.items ?? []) : undefined,
    error: named.find((answer) => answer.error)?.error ?? null,
    isPending: named.some((answer) => answer.isPending),
    isFetching: named.some((answer) => answer.isFetching),
    refetch: () => named.filter((answer) => answer.error).forEach((answer) => void answer.refetch()),
  };
  return <Loaded asked={all}>{(items) => <OrderForm title={say('compose')} head={{ kind: 'SPECIAL', urgency: 'NORMAL' }} lines={items.map(lineOf)} />}</Loaded>;
}
