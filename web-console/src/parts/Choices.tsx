import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Asked } from '../api/use';
import { useFrameWords } from '../words';
import { useErrorText } from './states';

/** A field to choose from, whose choices are asked for: that they could not be had is said below it, not shown as none. */
export function Choices({ asked, children }: { asked: Asked<unknown> | Asked<unknown>[]; children: ReactNode }) {
  const say = useFrameWords();
  const textOf = useErrorText();
  const failed = [asked].flat().find(({ data, error }) => data === undefined && error);
  return (
    <>
      {children}
      {failed?.error && (
        <div role="alert" style={{ color: '#a8071a' }}>
          {textOf(failed.error)}{' '}
          <Button size="small" loading={failed.isFetching} onClick={() => void failed.refetch()}>
            {say('retry')}
          </Button>
        </div>
      )}
    </>
  );
}
