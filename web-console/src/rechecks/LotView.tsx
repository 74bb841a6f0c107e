import { Space } from 'antd';
import { Link } from 'react-router';
import type { Answer } from '../api/client';
import { Section } from '../parts/Detail';
import { Fields } from '../parts/Fields';
import { useWords } from '../words';
import { share, useInterval } from './shares';
import { words } from './words';

/** How a lot is sampled and what came of it; shares in percent. */
export function LotView({ lot }: { lot: Answer<'inspection', 'getLot'> }) {
  const say = useWords(words);
  const interval = useInterval();
  const percent = (value: number | null | undefined) => (value === null || value === undefined ? '—' : say('percent', { value: share(value) }));
  const shown = {
    ...lot,
    error: percent(lot.error),
    confidence: percent(lot.confidence),
    tolerable: percent(lot.tolerable),
    risk: percent(lot.risk),
    rate: percent(lot.rate),
    interval: interval(lot.interval),
  };
  return (
    <>
      <Fields service="inspection" object="LotView" value={shown} fields={['unitCode', 'deadlineClass', 'period', 'mode', 'openedAt', 'openedBy', 'decidedAt', 'resumeReason']} />
      <Section title={say('plan')}>
        <Fields service="inspection" object="LotView" value={shown} fields={['population', 'size', 'acceptance', 'rejection', 'error', 'confidence', 'tolerable', 'risk']} />
      </Section>
      <Section
        title={say('visited')}
        extra={
          lot.id && (
            <Space wrap size="middle">
              <Link to={`/rechecks?lotId=${lot.id}`}>{say('members')}</Link>
              <Link to={`/rechecks?lotId=${lot.id}&drawn=true`}>{say('drawn')}</Link>
            </Space>
          )
        }
      >
        <Fields service="inspection" object="LotView" value={{ ...shown, interval: [shown.interval] }} fields={['visited', 'passed', 'rate', 'interval']} />
      </Section>
      {lot.seed && (
        <Section title={say('seedHint')}>
          <code style={{ overflowWrap: 'anywhere' }}>{lot.seed}</code>
        </Section>
      )}
    </>
  );
}
