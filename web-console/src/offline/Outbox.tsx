import { App, Button, Drawer, Tag } from 'antd';
import { Failure, Nothing } from '../parts/states';
import { moment } from '../parts/moments';
import { ProblemError, type Problem } from '../api/problem';
import { useFrameWords, useWords } from '../words';
import { removeDraft, type Draft } from './drafts';
import { heldBack, queueDraft, takeBack } from './queue';
import { words } from './words';

const COLOURS: Record<Draft['state'], string> = { WRITING: 'default', WAITING: 'orange', SENDING: 'blue', SENT: 'green', REFUSED: 'red' };

interface Props {
  open: boolean;
  owner: string;
  drafts: Draft[];
  onClose: () => void;
  onOpen: (draft: Draft) => void;
}

/** What was written on this phone and what has become of it, in the order in which it is sent. */
export function Outbox({ open, owner, drafts, onClose, onOpen }: Props) {
  const say = useWords(words);
  return (
    <Drawer open={open} onClose={onClose} placement="bottom" size="80%" title={say('outbox')} rootClassName="phone-outbox">
      <div className="phone" style={{ minHeight: 0, background: 'none' }}>
        {drafts.length === 0 && <Nothing text={say('nothingWaits')} />}
        {drafts.map((draft) => (
          <Entry key={draft.id} draft={draft} held={heldBack(draft, drafts)} owner={owner} onOpen={onOpen} />
        ))}
      </div>
    </Drawer>
  );
}

function Entry({ draft, held, owner, onOpen }: { draft: Draft; held: boolean; owner: string; onOpen: (draft: Draft) => void }) {
  const say = useWords(words);
  const frame = useFrameWords();
  const { message, modal } = App.useApp();

  const edit = async () => {
    if (draft.state === 'WAITING' && !(await takeBack(draft.id))) {
      message.info(say('busy'));
      return;
    }
    onOpen(draft);
  };
  const discard = () =>
    modal.confirm({
      title: say('discardSure'),
      okText: say('discard'),
      okButtonProps: { danger: true },
      cancelText: frame('cancel'),
      onOk: async () => {
        if (draft.state === 'WAITING' && !(await takeBack(draft.id))) {
          message.info(say('busy'));
          return;
        }
        await removeDraft(draft);
      },
    });

  return (
    <div className="phone-card">
      <h3>{draft.title}</h3>
      <div className="row">
        <Tag color={COLOURS[draft.state]}>{say(draft.state)}</Tag>
        <span>{moment(draft.sentAt ?? draft.queuedAt ?? draft.begunAt)}</span>
      </div>
      {draft.earlier && <p>{say('earlier')}</p>}
      {held && draft.state === 'WAITING' && <p>{say('heldBack')}</p>}
      {draft.problem && <Refusal draft={draft} />}
      {draft.state !== 'SENT' && draft.state !== 'SENDING' && (
        <div className="row acts">
          <Button onClick={() => void edit()}>{say('edit')}</Button>
          {draft.state === 'REFUSED' && <Button onClick={() => void queueDraft(draft.id, owner)}>{say('sendAgain')}</Button>}
          <Button danger onClick={discard}>
            {say('discard')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Why a service did not take it. */
export function Refusal({ draft }: { draft: Draft }) {
  const say = useWords(words);
  if (!draft.problem) {
    return null;
  }
  const ours: Record<string, Partial<Problem>> = { 'photo-lost': { title: say('photoLost') }, 'illegal-transition': { detail: say('noLonger'), currentStatus: undefined } };
  const problem = { ...draft.problem, ...ours[draft.problem.code] };
  return (
    <div style={{ margin: '8px 0' }}>
      <Failure error={new ProblemError(problem)} />
    </div>
  );
}
