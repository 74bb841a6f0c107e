import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import { Alert, Steps } from 'antd';
import { useAnswer } from '../api/use';
import type { components } from '../api/generated/intake';
import { kindName } from '../ledger/kinds';
import { moment } from '../parts/moments';
import { Named } from '../parts/names';
import { Loaded } from '../parts/states';
import { code, useWords } from '../words';
import { words } from './words';

type LinkName = components['schemas']['LinkName'];
const LOOP: LinkName[] = ['COMPLAINT', 'FILING', 'ORDER', 'ACKNOWLEDGEMENT', 'REPLY', 'REVIEW', 'RECHECK', 'WRITE_OFF'];

/** 闭环证明: each link of the loop with the entry that shows it, or that it is not there yet. */
export function CertificateOf({ problemId }: { problemId: string }) {
  const say = useWords(words);
  const certificate = useAnswer('intake', 'getProblemCertificate', { path: { id: problemId } });
  return (
    <Loaded asked={certificate}>
      {(known) => (
        <>
          <Alert
            type={known.complete ? 'success' : 'warning'}
            showIcon
            title={known.complete ? say('complete') : say('incomplete', { links: known.missing.map((link) => code('LinkName', link)).join('、') })}
            style={{ marginBottom: 16 }}
          />
          <Steps
            orientation="vertical"
            size="small"
            items={LOOP.map((name) => {
              const links = known.links.filter((link) => link.link === name);
              return {
                title: code('LinkName', name),
                status: links.length > 0 ? ('finish' as const) : ('wait' as const),
                icon: links.length > 0 ? <CheckCircleFilled style={{ color: '#389e0d' }} /> : <ClockCircleOutlined />,
                content: links.map((link) => (
                  <div key={link.entryId} style={{ color: '#262626' }}>
                    {moment(link.at)} {code('Role', link.actor.role)} {link.actor.unitCode && <Named kind="unit" code={link.actor.unitCode} />} · {say('entry', { sequence: link.sequence })}{' '}
                    <code title={link.hash} style={{ fontSize: 12 }}>
                      {link.hash.slice(0, 12)}…
                    </code>
                    {link.attachments.length > 0 && <> · {say('evidenceFiles', { count: link.attachments.length })}</>}
                    {link.missingEvidence && link.missingEvidence.length > 0 && (
                      <> · {say('missingEvidence', { evidence: link.missingEvidence.map((evidence) => code('Evidence', evidence)).join('、') })}</>
                    )}
                    {link.waivers.map((waiver) => (
                      <span key={waiver.evidence}> · {say('waived', { evidence: code('Evidence', waiver.evidence) })}</span>
                    ))}
                  </div>
                )),
              };
            })}
          />
          {known.crossings.map((crossing) => (
            <p key={crossing.entryId}>{say('crossing', { won: kindName(crossing.won), lost: kindName(crossing.lost) })}</p>
          ))}
        </>
      )}
    </Loaded>
  );
}
