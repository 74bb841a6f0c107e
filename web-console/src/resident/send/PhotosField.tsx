import { useEffect, useRef, useState, useSyncExternalStore, type ChangeEvent } from 'react';
import { Fault } from '../Field';
import { useSay, type Say } from '../language';
import { MOST_PHOTOS, type Photo, type Photos } from './photos';

/** As the API takes them; telephones turn what else they have into one of these. */
const KINDS = 'image/jpeg,image/png,image/webp';

/** Chooses, shows and uploads photos. */
export function PhotosField({ photos, error }: { photos: Photos; error?: string }) {
  const say = useSay();
  const list = useSyncExternalStore(photos.subscribe, photos.list);
  const [tooMany, setTooMany] = useState(false);
  const add = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    // The same photo can then be chosen again.
    target.value = '';
    void photos.add(files).then((all) => setTooMany(!all));
  };
  return (
    <fieldset id="photos" className={error ? 'wrong' : undefined} tabIndex={-1}>
      <legend>
        {say('photosLabel')} <span className="aside">{say('optional')}</span>
      </legend>
      <p className="hint">{say('photosHint', { most: MOST_PHOTOS })}</p>
      <div className="row">
        <label className="button">
          {say('takePhoto')}
          <input type="file" accept={KINDS} capture="environment" onChange={add} />
        </label>
        <label className="button">
          {say('choosePhotos')}
          <input type="file" accept={KINDS} multiple onChange={add} />
        </label>
      </div>
      {list.length > 0 && (
        <ul className="photos">
          {list.map((photo, index) => (
            <PhotoLine key={photo.id} photo={photo} number={index + 1} photos={photos} />
          ))}
        </ul>
      )}
      {tooMany && <Fault id="photos-many">{say('photosTooMany', { most: MOST_PHOTOS })}</Fault>}
      {error && <Fault id="photos-error">{error}</Fault>}
    </fieldset>
  );
}

function PhotoLine({ photo, number, photos }: { photo: Photo; number: number; photos: Photos }) {
  const say = useSay();
  return (
    <li>
      <Thumbnail picture={photo.thumbnail} name={say('photoNumber', { number })} />
      <div className="grow">
        <p className={photo.state === 'FAILED' ? 'fault' : undefined}>{stateOf(photo, say)}</p>
        {photo.state === 'SENDING' && <progress max={100} value={photo.percent} aria-label={say('photoNumber', { number })} />}
        {photo.state === 'FAILED' && photo.problem && <p className="hint">{photo.problem.detail || photo.problem.title || say('unreachable')}</p>}
      </div>
      {photo.state === 'FAILED' && (
        <button type="button" aria-label={say('photoRetry', { number })} onClick={() => photos.retry(photo.id)}>
          ↻
        </button>
      )}
      <button type="button" aria-label={say('photoRemove', { number })} onClick={() => photos.remove(photo.id)}>
        ✕
      </button>
    </li>
  );
}

function stateOf(photo: Photo, say: Say): string {
  switch (photo.state) {
    case 'WAITING':
      return photo.wait > 0 ? say('photoLater', { seconds: photo.wait }) : say('photoWaiting');
    case 'SENDING':
      return say('photoSending', { percent: photo.percent });
    case 'SENT':
      return say('photoSent');
    case 'FAILED':
      return say('photoFailed');
  }
}

/** Drawn from the photo's own pixels: no address of it is needed. */
function Thumbnail({ picture, name }: { picture: ImageBitmap | null; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current && picture) {
      canvas.current.width = picture.width;
      canvas.current.height = picture.height;
      canvas.current.getContext('2d')?.drawImage(picture, 0, 0);
    }
  }, [picture]);
  return <canvas ref={canvas} className="thumbnail" role="img" aria-label={name} width={1} height={1} />;
}
