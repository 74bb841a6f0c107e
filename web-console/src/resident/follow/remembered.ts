/** A code that a resident wants this phone to know. */
export interface Remembered {
  serial: string;
  trackingCode: string;
  receivedAt: string;
}

const KEY = 'bihuan.resident.codes';
const MOST = 20;

export function rememberedCodes(): Remembered[] {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '[]') as Remembered[]).filter(({ trackingCode }) => trackingCode);
  } catch {
    return [];
  }
}

export function rememberCode({ serial, trackingCode, receivedAt }: Remembered) {
  const others = rememberedCodes().filter((one) => one.trackingCode !== trackingCode);
  keep([{ serial, trackingCode, receivedAt }, ...others].slice(0, MOST));
}

export function forgetCode(trackingCode: string) {
  keep(rememberedCodes().filter((one) => one.trackingCode !== trackingCode));
}

function keep(codes: Remembered[]) {
  if (codes.length === 0) {
    localStorage.removeItem(KEY);
  } else {
    localStorage.setItem(KEY, JSON.stringify(codes));
  }
}
