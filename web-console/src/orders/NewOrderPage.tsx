import { useQueries } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useSearchParams } from 'react-router';
import { call } from '../api/client';
import { useFrameWords, useWords } from '../words';
import { lineOf } from './ChooseItems';
import { OrderForm } from './OrderForm';
import { words } from './words';

/** A new order; the address may name the problems that it begins with. */
export default function NewOrderPage() {
  const say = useWords(words);
  const common = useFrameWords();
  const [address] = useSearchParams();
  const named = useQueries({
    queries: address.getAll('problemId').map((problemId) => ({
      queryKey: ['dispatch', 'listOrderItems', { query: { problemId, limit: 1 } }],
      queryFn: () => call('dispatch', 'listOrderItems', { query: { problemId, limit: 1 } }),
    })),
  });
  if (named.some((answer) => answer.isPending)) {
    return <Spin aria-label={common('loading')} />;
  }
  const lines = named.flatMap((answer) => answer.data?.items ?? []).map(lineOf);
  return <OrderForm title={say('compose')} head={{ kind: 'SPECIAL', urgency: 'NORMAL' }} lines={lines} />;
}
