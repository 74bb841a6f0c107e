import './phone.css';
import { ArrowLeftOutlined, DesktopOutlined, LogoutOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { logOut } from '../session/login';
import { useSession } from '../session/session';
import { useFrameWords, useWords } from '../words';
import type { Draft } from './drafts';
import { useOnline } from './network';
import { Outbox } from './Outbox';
import { keepPage } from './register';
import { words } from './words';

interface Props {
  title: string;
  owner: string;
  drafts: Draft[] | undefined;
  /** Where one came from; without it this is the first view. */
  onBack?: () => void;
  /** Opens the form of a draft. */
  onOpen: (draft: Draft) => void;
  /** What one does here, within reach of the thumb. */
  bar?: ReactNode;
  children: ReactNode;
}

/** A page for one hand: state on top, acts at the bottom. */
export function Phone({ title, owner, drafts, onBack, onOpen, bar, children }: Props) {
  const say = useWords(words);
  const frame = useFrameWords();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const [open, setOpen] = useState(false);
  const unsent = drafts?.filter((draft) => draft.state !== 'SENT').length ?? 0;

  useEffect(() => {
    void keepPage();
  }, []);

  const leave = () =>
    modal.confirm({
      title: say('logoutSure'),
      content: unsent > 0 ? say('logoutDrafts', { count: unsent }) : undefined,
      okText: say('logout'),
      cancelText: frame('cancel'),
      onOk: () => void logOut(),
    });

  return (
    <div className="phone">
      <div className="phone-top">
        <header>
          {onBack && <Button type="text" icon={<ArrowLeftOutlined />} aria-label={say('back')} onClick={onBack} />}
          <h1>{title}</h1>
          {!onBack && <Button type="text" icon={<DesktopOutlined />} aria-label={say('desk')} onClick={() => void navigate('/')} />}
          {!onBack && <Button type="text" icon={<LogoutOutlined />} aria-label={say('logout')} onClick={leave} />}
        </header>
        <State drafts={drafts ?? []} onOpen={() => setOpen(true)} />
      </div>
      <main>{children}</main>
      {bar && <div className="phone-bar">{bar}</div>}
      <Outbox
        open={open}
        owner={owner}
        drafts={drafts ?? []}
        onClose={() => setOpen(false)}
        onOpen={(draft) => {
          setOpen(false);
          onOpen(draft);
        }}
      />
    </div>
  );
}

/** Whether there is a network, and what has become of what was written. */
function State({ drafts, onOpen }: { drafts: Draft[]; onOpen: () => void }) {
  const say = useWords(words);
  const online = useOnline();
  const { session } = useSession();
  const count = (state: Draft['state']) => drafts.filter((draft) => draft.state === state).length;
  return (
    <button type="button" className={online ? 'phone-state' : 'phone-state offline'} onClick={onOpen} data-testid="state">
      <span role="status">
        <span className="dot" aria-hidden="true" />
        {say(online ? 'online' : 'offline')}
      </span>
      {count('SENDING') > 0 && <span>{say('sending')}</span>}
      {count('WAITING') > 0 && <strong>{say('waiting', { count: count('WAITING') })}</strong>}
      {count('REFUSED') > 0 && <span className="refused">{say('refused', { count: count('REFUSED') })}</span>}
      {count('WRITING') > 0 && <span>{say('writing', { count: count('WRITING') })}</span>}
      {count('SENT') > 0 && <span>{say('sent', { count: count('SENT') })}</span>}
      {drafts.length === 0 && <span>{say('nothingWaits')}</span>}
      <span className="open">{say('outbox')} ›</span>
      {!online && <span style={{ flexBasis: '100%' }}>{say('offlineHint')}</span>}
      {online && !session && <span style={{ flexBasis: '100%' }}>{say('loginToSend')}</span>}
    </button>
  );
}
