import { Grid, Steps as Antd } from 'antd';
import { moment } from './moments';

export interface StepReached {
  title: string;
  /** When it was reached, where that is known. */
  at?: string | null;
  state: 'done' | 'now' | 'ahead' | 'stopped';
}

const STATUS = { done: 'finish', now: 'process', ahead: 'wait', stopped: 'error' } as const;

/** How far something is on its way; below one another on a phone. */
export function Steps({ steps, label }: { steps: StepReached[]; label: string }) {
  const wide = Grid.useBreakpoint().md ?? true;
  return (
    <nav aria-label={label}>
      <Antd
        size="small"
        orientation={wide ? 'horizontal' : 'vertical'}
        titlePlacement={wide ? 'vertical' : 'horizontal'}
        items={steps.map((step) => ({ title: step.title, content: step.at ? moment(step.at) : undefined, status: STATUS[step.state] }))}
      />
    </nav>
  );
}
