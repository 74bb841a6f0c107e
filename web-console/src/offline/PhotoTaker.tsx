import { CameraOutlined, DeleteOutlined, PictureOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { moment } from '../parts/moments';
import { useWords } from '../words';
import { fileOf, type DraftPhoto } from './drafts';
import { locate } from './position';
import { isFresh, stamped } from './stamp';
import { words } from './words';

interface Props {
  name: string;
  hint?: string;
  /** The fields of the request that name these photos. */
  fields: string[];
  photos: DraftPhoto[];
  most: number;
  add: (photo: DraftPhoto, file: Blob) => Promise<void>;
  drop: (photo: DraftPhoto) => Promise<void>;
}

const TYPES = 'image/jpeg,image/png,image/webp';

/** Photos from the camera with when and where, kept on the phone until they are sent. */
export function PhotoTaker({ name, hint, fields, photos, most, add, drop }: Props) {
  const say = useWords(words);
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const mine = photos.filter((photo) => photo.fields.join() === fields.join());

  const take = async (files: File[]) => {
    setBusy(true);
    const position = files.some(isFresh) ? await locate() : undefined;
    for (const file of files.slice(0, most - mine.length)) {
      const takenAt = new Date(file.lastModified);
      const fresh = isFresh(file);
      const kept = fresh ? await stamped(file, takenAt, position) : file;
      await add({ id: crypto.randomUUID(), fields, name: file.name, takenAt: takenAt.toISOString(), old: !fresh, position: fresh ? position : undefined }, kept);
    }
    setBusy(false);
  };

  const input = (which: typeof camera, title: string, capture: boolean) => (
    <input
      ref={which}
      type="file"
      hidden
      aria-label={`${name}：${title}`}
      accept={TYPES}
      capture={capture ? 'environment' : undefined}
      multiple={!capture}
      onChange={(event) => {
        void take([...(event.target.files ?? [])]);
        event.target.value = '';
      }}
    />
  );

  return (
    <div className="phone-field" role="group" aria-label={name}>
      <span className="name">{name}</span>
      {mine.length > 0 && (
        <div className="phone-photos">
          {mine.map((photo, index) => (
            <Taken key={photo.id} photo={photo} n={index + 1} drop={() => void drop(photo)} />
          ))}
        </div>
      )}
      {input(camera, say('camera'), true)}
      {input(album, say('album'), false)}
      {mine.length < most && (
        <div className="phone-takes">
          <Button type="primary" ghost loading={busy} icon={<CameraOutlined />} onClick={() => camera.current?.click()}>
            {say('camera')}
          </Button>
          <Button disabled={busy} icon={<PictureOutlined />} onClick={() => album.current?.click()}>
            {say('album')}
          </Button>
        </div>
      )}
      {hint && <div className="hint">{hint}</div>}
    </div>
  );
}

function Taken({ photo, n, drop }: { photo: DraftPhoto; n: number; drop: () => void }) {
  const say = useWords(words);
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let gone = false;
    void fileOf(photo).then((file) => {
      if (file && !gone) {
        made = URL.createObjectURL(file);
        setAddress(made);
      }
    });
    return () => {
      gone = true;
      if (made) {
        URL.revokeObjectURL(made);
      }
    };
    // Its file never changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [photo.id]);
  return (
    <figure>
      <img src={address} alt={say('photoAlt', { n })} />
      <Button icon={<DeleteOutlined />} aria-label={say('removePhoto', { n })} onClick={drop} />
      <figcaption>
        {moment(photo.takenAt)}
        <br />
        {photo.position ? say('placed', { ...photo.position }) : say(photo.old ? 'oldPhoto' : 'noPlace')}
      </figcaption>
    </figure>
  );
}
