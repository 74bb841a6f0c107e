import type { Figure } from '../parts/show';
import { useWords } from '../words';
import { words } from './words';

interface Props {
  name: string;
  now: Figure | undefined;
  past: Figure | undefined;
}

/** What became of a figure: a number in percent, a share in points (环比, 同比). */
export function Change({ name, now, past }: Props) {
  const say = useWords(words);
  return <span style={{ whiteSpace: 'nowrap' }}>{say('compared', { name, change: changeOf(now, past, say) })}</span>;
}

export function changeOf(now: Figure | undefined, past: Figure | undefined, say: ReturnType<typeof useWords<typeof words.zh>>): string {
  if (!now || !past || now.value === null || past.value === null || (now.denominator === null && past.value === 0)) {
    return say('incomparable');
  }
  const share = now.denominator !== null;
  const change = share ? now.value - past.value : ((now.value - past.value) / past.value) * 100;
  if (Math.abs(change) < 0.005) {
    return say('same');
  }
  const text = `${change > 0 ? '↑' : '↓'}${Math.abs(change).toFixed(share ? 2 : 1)}`;
  return share ? say('points', { change: text }) : `${text}%`;
}
