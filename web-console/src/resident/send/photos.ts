import { addressOf } from '../../api/config';
import type { paths } from '../../api/generated/intake';
import type { Problem, Schemas } from '../intake';
import { randomKey } from '../intake';
import { languageTag } from '../language';
import { prepared } from './shrink';

/** As the API has it. */
export const MOST_PHOTOS = 20;

const UPLOAD: keyof paths = '/api/v1/attachments';
const SECOND = 1000;
/** When the service says that it is too much now, but not until when. */
const USUAL_WAIT = 10;

export interface Photo {
  id: number;
  thumbnail: ImageBitmap | null;
  state: 'WAITING' | 'SENDING' | 'SENT' | 'FAILED';
  /** Share that is uploaded, 0 to 100. */
  percent: number;
  /** Seconds until it goes on, when the service asked to wait. */
  wait: number;
  attachmentId: string | null;
  problem: Problem | null;
}

interface Kept {
  file: Blob;
  /** The same for each attempt, so that none is stored twice. */
  key: string;
}

/**
 * Photos that are chosen and uploaded, one after the other, while the form is being filled in. What nobody uses in the
 * end the service throws away.
 */
export class Photos {
  private shown: Photo[] = [];
  private readonly kept = new Map<number, Kept>();
  private readonly listeners = new Set<() => void>();
  private last = 0;
  private busy = false;

  readonly list = (): Photo[] => this.shown;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Whether all that were chosen could be added. */
  async add(files: File[]): Promise<boolean> {
    const fit = files.slice(0, MOST_PHOTOS - this.shown.length);
    const added = fit.map((file) => ({ file, id: ++this.last }));
    this.show([
      ...this.shown,
      ...added.map(({ id }): Photo => ({ id, thumbnail: null, state: 'WAITING', percent: 0, wait: 0, attachmentId: null, problem: null })),
    ]);
    for (const { file, id } of added) {
      const { file: small, thumbnail } = await prepared(file);
      if (this.shown.some((photo) => photo.id === id)) {
        this.kept.set(id, { file: small, key: randomKey() });
        this.change(id, { thumbnail });
        void this.work();
      }
    }
    return fit.length === files.length;
  }

  remove(id: number) {
    this.kept.delete(id);
    this.show(this.shown.filter((photo) => photo.id !== id));
  }

  clear() {
    this.kept.clear();
    this.show([]);
  }

  retry(id: number) {
    this.change(id, { state: 'WAITING', percent: 0, problem: null });
    void this.work();
  }

  /** Those that the service does not let be used (any more) have to be uploaded anew, under another key. */
  refuse() {
    for (const { id } of this.shown) {
      const kept = this.kept.get(id);
      if (kept) {
        this.kept.set(id, { ...kept, key: randomKey() });
        this.change(id, { state: 'FAILED', attachmentId: null });
      }
    }
  }

  /** Until none is on its way any more; the ids, or `null` where one has failed. */
  async settled(): Promise<string[] | null> {
    while (this.shown.some(({ state }) => state === 'WAITING' || state === 'SENDING')) {
      await new Promise<void>((done) => {
        const stop = this.subscribe(() => {
          stop();
          done();
        });
      });
    }
    const ids = this.shown.map(({ attachmentId }) => attachmentId);
    return ids.every((id) => id !== null) ? ids : null;
  }

  private async work() {
    if (this.busy) {
      return;
    }
    this.busy = true;
    for (let next = this.next(); next; next = this.next()) {
      await this.upload(next);
    }
    this.busy = false;
  }

  private next(): number | undefined {
    return this.shown.find(({ id, state }) => state === 'WAITING' && this.kept.has(id))?.id;
  }

  private async upload(id: number) {
    const { file, key } = this.kept.get(id) as Kept;
    this.change(id, { state: 'SENDING', percent: 0 });
    const { attachment, problem } = await send(file, key, (percent) => this.change(id, { percent }));
    if (attachment) {
      this.change(id, { state: 'SENT', attachmentId: attachment.id });
    } else if (problem?.status === 429 || problem?.status === 503) {
      this.change(id, { state: 'WAITING' });
      await this.pause(id, problem.retryAfter ?? USUAL_WAIT);
    } else {
      this.change(id, { state: 'FAILED', problem });
    }
  }

  private async pause(id: number, seconds: number) {
    for (let left = seconds; left > 0 && this.shown.some((photo) => photo.id === id); left--) {
      this.change(id, { wait: left });
      await new Promise((done) => setTimeout(done, SECOND));
    }
    this.change(id, { wait: 0 });
  }

  private change(id: number, changes: Partial<Photo>) {
    this.show(this.shown.map((photo) => (photo.id === id ? { ...photo, ...changes } : photo)));
  }

  private show(photos: Photo[]) {
    this.shown = photos;
    [...this.listeners].forEach((listener) => listener());
  }
}

interface Outcome {
  attachment: Schemas['AttachmentView'] | null;
  problem: Problem | null;
}

/** Only the older way of asking tells how much has gone. */
function send(file: Blob, key: string, onPercent: (percent: number) => void): Promise<Outcome> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf('intake') + UPLOAD);
    request.setRequestHeader('Accept-Language', languageTag());
    request.setRequestHeader('Idempotency-Key', key);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onPercent(Math.floor((100 * loaded) / total));
    request.onerror = () => done({ attachment: null, problem: { status: 0, title: '', code: 'unreachable' } });
    request.onload = () => {
      const body = request.response as Schemas['AttachmentView'] | Problem | null;
      if (request.status === 201 && body && 'id' in body) {
        done({ attachment: body, problem: null });
        return;
      }
      const retryAfter = Number(request.getResponseHeader('Retry-After'));
      done({
        attachment: null,
        problem: {
          ...(body && 'code' in body ? body : { title: request.statusText, code: `http-${request.status}` }),
          status: request.status,
          ...(retryAfter > 0 && { retryAfter }),
        },
      });
    };
    const form = new FormData();
    form.append('file', file, 'photo');
    request.send(form);
  });
}
