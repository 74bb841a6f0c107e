import { App, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Body, OperationId, Service } from '../api/client';
import { bodyOf } from '../api/shapes';
import { useWords } from '../words';
import { dropFile, EDITABLE, keepFile, newDraft, writeDraft, type Draft, type DraftPhoto, type DraftSpec } from './drafts';
import { useOnline } from './network';
import { Refusal } from './Outbox';
import { Phone } from './Phone';
import { queueDraft, takeBack } from './queue';
import { words } from './words';

/** What a form works with: what is typed is kept at once, photos lie beside it. */
export interface DraftForm<S extends Service, O extends OperationId<S>> {
  draft: Draft;
  body: Partial<Body<S, O>>;
  set: (change: Partial<Body<S, O>>) => void;
  photos: DraftPhoto[];
  addPhoto: (photo: DraftPhoto, file: Blob) => Promise<void>;
  dropPhoto: (photo: DraftPhoto) => Promise<void>;
}

/** What every form of a phone page stands in. */
export interface FormPlace {
  owner: string;
  drafts: Draft[] | undefined;
  onOpen: (draft: Draft) => void;
  onBack: () => void;
  /** Where to go once it is in the outbox. */
  onSent: () => void;
}

interface Props<S extends Service, O extends OperationId<S>> {
  place: FormPlace;
  title: string;
  spec: Omit<DraftSpec<S, O>, 'owner'>;
  /** What it cannot be sent without. */
  missing: (form: DraftForm<S, O>) => string[];
  beforeSend?: (form: DraftForm<S, O>) => Promise<void>;
  children: (form: DraftForm<S, O>) => ReactNode;
}

/** The form of a draft: the one begun earlier, or a new one; while it is on its way it can be taken back. */
export function Drafting<S extends Service, O extends OperationId<S>>(props: Props<S, O>) {
  const { place, spec, title } = props;
  const [fresh] = useState(() => newDraft({ ...spec, owner: place.owner }));
  if (!place.drafts) {
    return (
      <Phone {...place} title={title}>
        {null}
      </Phone>
    );
  }
  // Of this form, and not over before it was opened.
  const draft = place.drafts.findLast((known) => known.slot === spec.slot && (known.sentAt ?? fresh.begunAt) >= fresh.begunAt) ?? fresh;
  return EDITABLE.includes(draft.state) ? (
    <Writing key={draft.id} draft={draft} {...props} />
  ) : (
    <Phone {...place} title={title}>
      <OnItsWay draft={draft} />
    </Phone>
  );
}

function Writing<S extends Service, O extends OperationId<S>>({ draft, place, title, missing, beforeSend, children }: Props<S, O> & { draft: Draft }) {
  const say = useWords(words);
  const { message } = App.useApp();
  const online = useOnline();
  const [body, setBody] = useState(draft.body as Partial<Body<S, O>>);
  const form: DraftForm<S, O> = {
    draft,
    body,
    photos: draft.photos,
    set: (change) => {
      setBody((before) => ({ ...before, ...change }));
      void writeDraft(draft, (known) => ({ ...known, body: { ...known.body, ...change } }));
    },
    addPhoto: async (photo, file) => {
      await keepFile(photo, file);
      await writeDraft(draft, (known) => ({ ...known, photos: [...known.photos, photo] }));
    },
    dropPhoto: async (photo) => {
      await writeDraft(draft, (known) => ({ ...known, photos: known.photos.filter((other) => other.id !== photo.id) }));
      await dropFile(photo);
    },
  };
  const send = async () => {
    await beforeSend?.(form);
    await writeDraft(draft, (known) => ({ ...known, body: said(known.body) }));
    await queueDraft(draft.id, draft.owner);
    if (!online) {
      message.info(say('queued'));
    }
    place.onSent();
  };
  return (
    <Phone {...place} title={title} bar={<SendBar missing={missing(form)} send={send} />}>
      {draft.problem && <Refusal draft={draft} />}
      {children(form)}
    </Phone>
  );
}

/** Without what was left blank. */
function said(body: Record<string, unknown>): Record<string, unknown> {
  const texts = Object.entries(body).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value] as const);
  return Object.fromEntries(texts.filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

function OnItsWay({ draft }: { draft: Draft }) {
  const say = useWords(words);
  const { message } = App.useApp();
  const edit = async () => {
    if (!(await takeBack(draft.id))) {
      message.info(say('busy'));
    }
  };
  return (
    <div className="phone-field">
      <p>{say(draft.state === 'SENT' ? 'alreadySent' : 'alreadyQueued')}</p>
      {draft.state === 'WAITING' && (
        <Button block onClick={() => void edit()}>
          {say('edit')}
        </Button>
      )}
    </div>
  );
}

/** The button that sends, and what is still missing before it may. */
function SendBar({ missing, send }: { missing: string[]; send: () => Promise<void> }) {
  const say = useWords(words);
  const online = useOnline();
  const [busy, setBusy] = useState(false);
  return (
    <>
      <span className="phone-note" role="status" style={missing.length > 0 ? undefined : { color: '#434343' }}>
        {missing.length > 0 ? say('missing', { what: missing.join('、') }) : say('saved')}
      </span>
      <Button
        type="primary"
        disabled={missing.length > 0}
        loading={busy}
        onClick={() => {
          setBusy(true);
          void send().finally(() => setBusy(false));
        }}
      >
        {say(online ? 'send' : 'sendOffline')}
      </Button>
    </>
  );
}

interface TextProps<S extends Service, O extends OperationId<S>> {
  service: S;
  operation: O;
  form: DraftForm<S, O>;
  field: keyof Body<S, O> & string;
  name: string;
  hint?: ReactNode;
  optional?: boolean;
  rows?: number;
}

/** A text as large as a thumb and a voice keyboard want it, bounded as the API bounds it. */
export function BigText<S extends Service, O extends OperationId<S>>({ service, operation, form, field, name, hint, optional, rows = 3 }: TextProps<S, O>) {
  const say = useWords(words);
  const max = bodyOf(service, operation).shapes[field]?.maxLength ?? Infinity;
  const value = (form.body[field] as string | undefined) ?? '';
  const count = [...value].length;
  const id = `phone-${field}`;
  return (
    <div className="phone-field">
      <label htmlFor={id}>
        {name}
        {optional && <span className="hint">{say('optional')}</span>}
      </label>
      <Input.TextArea
        id={id}
        value={value}
        autoSize={{ minRows: rows, maxRows: 12 }}
        status={count > max ? 'error' : undefined}
        onChange={(event) => form.set({ [field]: event.target.value } as Partial<Body<S, O>>)}
      />
      {hint && <div className="hint">{hint}</div>}
      {count > max && (
        <div className="fault" role="alert">
          {say('tooLong', { max, count })}
        </div>
      )}
    </div>
  );
}

/** Whether a text is there and not too long. */
export function fits<S extends Service, O extends OperationId<S>>(service: S, operation: O, body: Partial<Body<S, O>>, field: keyof Body<S, O> & string, required: boolean): boolean {
  const value = ((body[field] as string | null | undefined) ?? '').trim();
  const max = bodyOf(service, operation).shapes[field]?.maxLength ?? Infinity;
  return (!required || value !== '') && [...value].length <= max;
}
