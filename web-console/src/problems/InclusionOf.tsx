import { DownloadOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../api/use';
import { kindName } from '../ledger/kinds';
import { saveAs } from '../parts/files';
import { Loaded, Nothing } from '../parts/states';
import { useWords } from '../words';
import { words } from './words';

/** That the entries about a problem lie in the signed ledger; asked for only when somebody wants it. */
export function InclusionOf({ problemId }: { problemId: string }) {
  const say = useWords(words);
  const [asked, setAsked] = useState(false);
  const inclusion = useAnswer('intake', 'getProblemInclusion', { path: { id: problemId } }, { enabled: asked });
  return (
    <>
      <p>{say('inclusionHint')}</p>
      {!asked && <Button onClick={() => setAsked(true)}>{say('showInclusion')}</Button>}
      {asked && (
        <Loaded asked={inclusion}>
          {(proof) => (
            <div style={{ display: 'grid', gap: 12 }}>
              <span>
                <Button icon={<DownloadOutlined />} onClick={() => saveAs(new Blob([JSON.stringify(proof, null, 2)], { type: 'application/json' }), `${proof.serial}.inclusion.json`)}>
                  {say('downloadProof')}
                </Button>{' '}
                {proof.pending > 0 && say('pending', { count: proof.pending })}
              </span>
              {proof.entries.length === 0 ? (
                <Nothing text={say('noProof')} />
              ) : (
                <Table
                  size="small"
                  rowKey="id"
                  pagination={false}
                  scroll={{ x: 'max-content' }}
                  dataSource={proof.entries}
                  columns={[
                    { title: say('sequence'), dataIndex: 'sequence' },
                    { title: say('kind'), dataIndex: 'kind', render: (kind: string) => kindName(kind) },
                    { title: say('day'), dataIndex: 'day' },
                    { title: say('hash'), dataIndex: 'hash', render: (hash: string) => <code>{hash.slice(0, 24)}…</code> },
                    { title: say('path'), dataIndex: 'path', render: (path: string[]) => say('steps', { count: path.length }) },
                  ]}
                />
              )}
              {proof.heads.map((head) => (
                <div key={head.day} style={{ overflowWrap: 'anywhere' }}>
                  {say('heads')} {head.day}：{say('root')} <code>{head.root}</code> · {say('signature')} <code>{head.signature.slice(0, 32)}…</code>
                </div>
              ))}
            </div>
          )}
        </Loaded>
      )}
    </>
  );
}
