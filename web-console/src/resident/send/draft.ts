import type { Schemas } from '../intake';

export type Point = { longitude: number; latitude: number; crs: Schemas['Crs'] };

/** What is typed and chosen in the form, photos aside. */
export interface Form {
  text: string;
  categoryCode: string;
  address: string;
  /** As chosen by hand; empty when it follows from the point, or from nothing. */
  subdistrictCode: string;
  point: Point | null;
  anonymous: boolean;
  name: string;
  phone: string;
  confidential: boolean;
  wantsCallback: boolean;
}

export const EMPTY: Form = {
  text: '',
  categoryCode: '',
  address: '',
  subdistrictCode: '',
  point: null,
  anonymous: true,
  name: '',
  phone: '',
  confidential: false,
  wantsCallback: false,
};

const KEY = 'bihuan.resident.draft';

/** The draft of this tab, if there is one. It never has name and number. */
export function keptDraft(): Form | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<Form> | null;
    return kept && { ...EMPTY, ...kept, name: '', phone: '' };
  } catch {
    return null;
  }
}

export function keepDraft(form: Form) {
  const said = { ...form, name: undefined, phone: undefined };
  if (JSON.stringify({ ...form, name: '', phone: '' }) === JSON.stringify(EMPTY)) {
    sessionStorage.removeItem(KEY);
  } else {
    sessionStorage.setItem(KEY, JSON.stringify(said));
  }
}

/** What is sent for it. */
export function complaintOf(form: Form, attachmentIds: string[]): Schemas['NewComplaint'] {
  return {
    channel: 'WEB_FORM',
    text: form.text.trim(),
    categoryCode: form.categoryCode || null,
    location: locationOf(form),
    attachmentIds,
    reporter: form.anonymous
      ? { anonymous: true }
      : {
          anonymous: false,
          name: form.name.trim() || null,
          phone: form.phone.trim() || null,
          confidential: form.confidential,
          wantsCallback: form.wantsCallback,
        },
  };
}

/** The point alone where it says the sub-district: the service knows the borders better than what is drawn. */
export function locationOf(form: Form): Schemas['NewLocation'] | null {
  const address = form.address.trim();
  if (!address && !form.subdistrictCode && !form.point) {
    return null;
  }
  return { address: address || null, subdistrictCode: form.subdistrictCode || null, ...form.point };
}
