import { useEffect, useRef, useState } from 'react';
import { forgetCode, rememberCode } from '../follow/remembered';
import { useSay } from '../language';
import { Tick } from './ReporterFields';

export interface Sent {
  serial: string;
  trackingCode: string;
  receivedAt: string;
  asFirstSent: boolean;
}

interface SentPartProps {
  sent: Sent;
  onFollow: (trackingCode: string) => void;
  onAnother: () => void;
}

/** The code, which is shown this once. */
export function SentPart({ sent, onFollow, onAnother }: SentPartProps) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState<'copied' | 'copyFailed'>();
  const [kept, setKept] = useState(false);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  const copy = () => {
    const done = navigator.clipboard?.writeText(sent.trackingCode) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => setCopied('copied'),
      () => setCopied('copyFailed'),
    );
  };
  const keep = (wanted: boolean) => {
    setKept(wanted);
    if (wanted) {
      rememberCode(sent);
    } else {
      forgetCode(sent.trackingCode);
    }
  };
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {say('sentTitle')}
      </h1>
      <p>{say('sentSerial', { serial: sent.serial })}</p>
      {sent.asFirstSent && <p className="notice">{say('sentEarlier')}</p>}
      <section className="code-card" aria-labelledby="code-title">
        <h2 id="code-title">{say('codeLabel')}</h2>
        <p className="code" translate="no">
          {sent.trackingCode.match(/.{1,4}/g)?.map((part, index) => <span key={index}>{part}</span>)}
        </p>
        <button type="button" onClick={copy}>
          {say('copy')}
        </button>
        <p role="status">{copied && say(copied)}</p>
      </section>
      <p>{say('codeKeep')}</p>
      <p>{say('codeSecret')}</p>
      <Tick label={say('remember')} hint={say('rememberHint')} checked={kept} tick={keep} />
      <div className="row">
        <button type="button" onClick={onAnother}>
          {say('another')}
        </button>
        <button type="button" className="main" onClick={() => onFollow(sent.trackingCode)}>
          {say('followNow')}
        </button>
      </div>
    </>
  );
}
