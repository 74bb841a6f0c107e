import { length, type Problem } from '../intake';
import type { Say } from '../language';
import type { Form } from './draft';

export const MOST_CHARACTERS = 4000;
export const MOST_OF_ADDRESS = 300;
export const MOST_OF_NAME = 50;
const PHONE = /^(?:1[3-9]\d{9}|(0\d{2,3}-?)?\d{7,8})$/;

/** Fields of the form, by the ids of their controls. */
export type FieldId = 'text' | 'category' | 'photos' | 'address' | 'place' | 'subdistrict' | 'name' | 'phone';
export type Faults = Partial<Record<FieldId, string>>;

/** The order in which they stand on the page. */
export const FIELDS: FieldId[] = ['text', 'category', 'photos', 'place', 'address', 'subdistrict', 'name', 'phone'];

const SAID_IN: Partial<Record<keyof Form, FieldId[]>> = {
  text: ['text'],
  categoryCode: ['category'],
  address: ['address'],
  subdistrictCode: ['subdistrict', 'place'],
  point: ['place'],
  name: ['name'],
  phone: ['phone'],
  wantsCallback: ['phone'],
  anonymous: ['name', 'phone'],
};

/** Without those of what is being changed. */
export function without(faults: Faults, changes: Partial<Form>): Faults {
  const gone = (Object.keys(changes) as (keyof Form)[]).flatMap((name) => SAID_IN[name] ?? []);
  return Object.fromEntries(Object.entries(faults).filter(([id]) => !gone.includes(id as FieldId)));
}

/** What the API would refuse, told before it is asked. */
export function faultsOf(form: Form, say: Say): Faults {
  const faults: Faults = {};
  const count = length(form.text.trim());
  if (count === 0) {
    faults.text = say('textEmpty');
  } else if (count > MOST_CHARACTERS) {
    faults.text = say('textLong', { most: MOST_CHARACTERS, count });
  }
  if (length(form.address.trim()) > MOST_OF_ADDRESS) {
    faults.address = say('addressLong', { most: MOST_OF_ADDRESS });
  }
  if (!form.anonymous) {
    if (length(form.name.trim()) > MOST_OF_NAME) {
      faults.name = say('nameLong', { most: MOST_OF_NAME });
    }
    if (form.phone.trim() && !PHONE.test(form.phone.trim())) {
      faults.phone = say('phoneWrong');
    } else if (form.wantsCallback && !form.phone.trim()) {
      faults.phone = say('phoneForCallback');
    }
  }
  return faults;
}

const TOLD: [RegExp, FieldId][] = [
  [/^text$/, 'text'],
  [/^categoryCode$/, 'category'],
  [/^attachmentIds/, 'photos'],
  [/^location\.address$/, 'address'],
  [/^location\.(subdistrict|community)Code$/, 'subdistrict'],
  [/^location/, 'place'],
  [/^reporter\.name$/, 'name'],
  [/^reporter\.phone$/, 'phone'],
];

/** The faults that a service tells, at the fields they are of; the rest stays with the problem. */
export function faultsIn(problem: Problem): { faults: Faults; rest: Problem | null } {
  const faults: Faults = {};
  const others: string[] = [];
  for (const { field, message } of problem.errors ?? []) {
    const id = TOLD.find(([name]) => name.test(field))?.[1];
    if (id) {
      faults[id] = faults[id] ? `${faults[id]} ${message}` : message;
    } else {
      others.push(message);
    }
  }
  const all = Object.keys(faults).length > 0 && others.length === 0;
  return { faults, rest: all ? null : { ...problem, detail: others.join(' ') || problem.detail } };
}
