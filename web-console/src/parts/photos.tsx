import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Image, Space, Spin } from 'antd';
import { useRef, useState } from 'react';
import { addressOf } from '../api/config';
import { refusal } from '../api/client';
import { ProblemError } from '../api/problem';
import { useAnswer } from '../api/use';
import { token } from '../session/session';
import { language, useFrameWords } from '../words';
import type { components } from '../api/generated/intake';

export type Attachment = components['schemas']['AttachmentView'];

/** Uploads a photo or a paper; what type it is, the service finds out from its content. */
export async function upload(
  file: File | Blob,
  name = 'photo.jpg',
  { idempotencyKey, signal }: { idempotencyKey?: string; signal?: AbortSignal } = {},
): Promise<Attachment> {
  const form = new FormData();
  form.append('file', file, file instanceof File ? file.name : name);
  const bearer = token();
  const response = await fetch(`${addressOf('intake')}/api/v1/attachments`, {
    method: 'POST',
    headers: {
      ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
      'Accept-Language': language() === 'zh' ? 'zh-CN' : 'en',
      ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
    },
    body: form,
    signal,
  }).catch(() => {
    throw ProblemError.unreachable();
  });
  if (!response.ok) {
    throw refusal(response, await response.text(), bearer);
  }
  return (await response.json()) as Attachment;
}

interface PhotoUploadProps {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  most: number;
}

/** Ids of what was uploaded, as a field of a form. */
export function PhotoUpload({ id, value = [], onChange, most }: PhotoUploadProps) {
  const say = useFrameWords();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(0);
  const [faults, setFaults] = useState<string[]>([]);

  const take = async (files: File[]) => {
    setFaults([]);
    const ids = [...value];
    for (const file of files.slice(0, most - value.length)) {
      setBusy((count) => count + 1);
      try {
        ids.push((await upload(file)).id);
        onChange?.([...ids]);
      } catch (error) {
        setFaults((all) => [...all, say('uploadFailed', { name: file.name, why: (error as Error).message || say('unreachable') })]);
      } finally {
        setBusy((count) => count - 1);
      }
    }
  };

  return (
    <Space wrap align="start">
      {value.map((photo) => (
        <Space key={photo} orientation="vertical" align="center" size={2}>
          <Photo id={photo} />
          <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={say('remove')} onClick={() => onChange?.(value.filter((other) => other !== photo))} />
        </Space>
      ))}
      {busy > 0 && <Spin />}
      <input
        ref={input}
        id={id}
        type="file"
        aria-label={say('upload')}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        multiple
        // The library shows every file input of a form, hidden or not.
        style={{ display: 'none' }}
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {value.length < most && (
        <Button icon={<PlusOutlined />} onClick={() => input.current?.click()}>
          {say('takePhoto')}
        </Button>
      )}
      {faults.map((fault) => (
        <Alert key={fault} type="error" title={fault} />
      ))}
    </Space>
  );
}

/** One photo, by a link that the service has signed for a short time; papers as a link. */
export function Photo({ id, size = 96 }: { id: string; size?: number }) {
  const say = useFrameWords();
  const photo = useAnswer('intake', 'getAttachment', { path: { id } });
  if (!photo.data) {
    return photo.error ? <span role="alert">{photo.error.message}</span> : <Spin />;
  }
  const { url, thumbnailUrl, type } = photo.data;
  if (!url || !linked(url)) {
    return <>{say('noPhoto')}</>;
  }
  return type.startsWith('image/') ? (
    <Image src={linked(thumbnailUrl ?? url)} preview={{ src: linked(url) }} alt={say('photo')} width={size} height={size} style={{ objectFit: 'cover' }} />
  ) : (
    <a href={linked(url)} target="_blank" rel="noreferrer">
      PDF
    </a>
  );
}

/** Nothing but a file on a server: what an address says may be a script. */
function linked(url: string): string | undefined {
  const address = URL.parse(url, addressOf('intake'));
  return address && /^https?:$/.test(address.protocol) ? address.toString() : undefined;
}

/** How it was and how it is, side by side. */
export function BeforeAfter({ before, after }: { before: string[]; after: string[] }) {
  const say = useFrameWords();
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: 16 }}>
      {[
        { title: say('before'), ids: before },
        { title: say('after'), ids: after },
      ].map(({ title, ids }) => (
        <figure key={title} style={{ margin: 0 }}>
          <figcaption style={{ fontWeight: 600, marginBottom: 8 }}>{title}</figcaption>
          <Image.PreviewGroup>{ids.length > 0 ? <Space wrap>{ids.map((photo) => <Photo key={photo} id={photo} size={140} />)}</Space> : say('noPhoto')}</Image.PreviewGroup>
        </figure>
      ))}
    </div>
  );
}
