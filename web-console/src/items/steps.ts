import type { StepReached } from '../parts/Steps';
import type { Entry, Item } from './item';

export const STEPS = ['reported', 'filed', 'dispatched', 'handling', 'answered', 'closed'] as const;

/** Which of the six steps an item stands before. */
const STANDS_AT: Record<Item['status'], number> = {
  UNASSIGNED: 2,
  ISSUED: 3,
  ACKNOWLEDGED: 3,
  RETURN_REQUESTED: 3,
  REWORK: 3,
  SUSPENDED: 3,
  REPLIED: 4,
  RECHECK_PENDING: 5,
  WRITTEN_OFF: 6,
  CANCELLED: 6,
};

const REACHED_BY: Entry['action'][][] = [[], [], ['ISSUE', 'ASSIGN', 'REISSUE'], ['ACKNOWLEDGE'], ['REPLY'], ['WRITE_OFF']];

/** 上报→立案→派遣→处置→反馈→结案, with when each was reached the last time. */
export function stepsOf(item: Item, history: Entry[], filedAt: string | undefined, name: (step: (typeof STEPS)[number]) => string): StepReached[] {
  const stands = STANDS_AT[item.status];
  return STEPS.map((step, index) => {
    const reached = history.filter((entry) => REACHED_BY[index].includes(entry.action)).at(-1)?.at;
    const at = index === 1 ? (filedAt ?? history[0]?.at) : reached;
    if (item.status === 'CANCELLED') {
      return { title: name(step), at, state: at || index === 0 ? 'done' : index === 5 ? 'stopped' : 'ahead' };
    }
    return { title: name(step), at: index <= stands ? at : undefined, state: index < stands ? 'done' : index === stands ? 'now' : 'ahead' };
  });
}
