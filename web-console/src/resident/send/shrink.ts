/** Pixels of the longer side: faces of houses and numbers of doors can be read, and a weak network takes it. */
const LONGEST_SIDE = 2560;
const SIDE_OF_THUMBNAIL = 192;
const QUALITY = 0.85;

export interface Prepared {
  file: Blob;
  /** To be drawn; `null` of what this browser cannot show. */
  thumbnail: ImageBitmap | null;
}

/** A photo as it is uploaded: upright and smaller where it is large, as it is where that cannot be done. */
export async function prepared(file: File): Promise<Prepared> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) {
    return { file, thumbnail: null };
  }
  try {
    return { file: await smaller(file, picture), thumbnail: await resized(picture, SIDE_OF_THUMBNAIL) };
  } finally {
    picture.close();
  }
}

async function smaller(file: File, picture: ImageBitmap): Promise<Blob> {
  if (Math.max(picture.width, picture.height) <= LONGEST_SIDE) {
    return file;
  }
  const small = await resized(picture, LONGEST_SIDE);
  const canvas = document.createElement('canvas');
  canvas.width = small.width;
  canvas.height = small.height;
  const pen = canvas.getContext('2d');
  if (!pen) {
    return file;
  }
  // JPEG knows no transparency, and would show it black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(small, 0, 0);
  small.close();
  return new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), 'image/jpeg', QUALITY));
}

function resized(picture: ImageBitmap, side: number): Promise<ImageBitmap> {
  const share = Math.min(1, side / Math.max(picture.width, picture.height));
  return createImageBitmap(picture, {
    resizeWidth: Math.max(1, Math.round(picture.width * share)),
    resizeHeight: Math.max(1, Math.round(picture.height * share)),
    resizeQuality: 'high',
  });
}
