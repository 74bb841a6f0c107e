import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Space } from 'antd';
import { useEffect, useState } from 'react';
import { call, type Answer } from '../api/client';
import { useAnswer } from '../api/use';
import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { Failure } from '../parts/states';
import { useWords } from '../words';
import { words } from './words';

type Verification = Answer<'intake', 'verifyLedger'>;
const SOON = 3_000;

/** Every hash reckoned again: at once, or in the background. */
export default function Verifications() {
  const say = useWords(words);
  const client = useQueryClient();
  const [told, setTold] = useState<Verification>();
  const [failure, setFailure] = useState<Error>();
  const [busy, setBusy] = useState<'START' | 'CHECKPOINT'>();
  const newest = useAnswer('intake', 'listLedgerVerifications', { query: { limit: 1 } }, { every: SOON });
  const status = newest.data?.items[0]?.status;
  // What ends in the background shows in the list.
  useEffect(() => void client.invalidateQueries({ queryKey: ['intake', 'listLedgerVerifications'] }), [client, status]);

  const verify = async (from: 'START' | 'CHECKPOINT') => {
    setBusy(from);
    setFailure(undefined);
    try {
      setTold(await call('intake', 'verifyLedger', { query: { from } }));
    } catch (error) {
      setFailure(error as Error);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <>
      {failure && <Failure error={failure} />}
      {told && (
        <Alert
          style={{ marginBottom: 12 }}
          role="status"
          showIcon
          type={told.valid ? 'success' : 'error'}
          title={
            told.valid
              ? say('valid', { entries: told.entries, heads: told.heads })
              : told.brokenSequence
                ? say('invalid', { sequence: told.brokenSequence })
                : say('invalidHead', { day: told.brokenHead })
          }
          description={
            <>
              {told.unsealed > 0 && <div>{say('unsealed', { count: told.unsealed })}</div>}
              {told.head && <code style={{ overflowWrap: 'anywhere' }}>{told.head}</code>}
            </>
          }
        />
      )}
      <ListPage
        service="intake"
        operation="listLedgerVerifications"
        object="VerificationRunView"
        title={say('verifications')}
        columns={['status', 'from', 'requestedBy', 'requestedAt', 'endedAt', 'checkedFrom', 'checked', 'entries', 'heads', 'brokenSequence', 'brokenHead']}
        moreColumns={['head']}
        filters={[]}
        exported
        extra={
          <Space wrap>
            <Button loading={busy === 'CHECKPOINT'} onClick={() => void verify('CHECKPOINT')}>
              {say('verifyFromCheckpoint')}
            </Button>
            <Button loading={busy === 'START'} onClick={() => void verify('START')}>
              {say('verifyFromStart')}
            </Button>
            <ActButton
              service="intake"
              operation="beginLedgerVerification"
              title={say('beginRun')}
              hint={say('runHint')}
              initial={{ from: 'START' }}
              primary
            />
          </Space>
        }
      />
    </>
  );
}
