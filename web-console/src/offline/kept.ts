import { clear, createStore, get, set, update } from 'idb-keyval';
import type { Person } from '../session/person';

/**
 * What the pages of phones saw last, to be read without a network. It belongs to one person: it goes when they log out
 * and when another person logs in. Never a token.
 */
const store = createStore('bihuan.kept', 'kept');
const OWNER = 'owner';

export interface Kept<T> {
  at: string;
  answer: T;
}

export function keptPerson(): Promise<Person | undefined> {
  return get<Person>(OWNER, store);
}

/** From now on it is kept for this person. */
export async function keepFor(person: Person) {
  await forgetOthers(person.subject);
  await set(OWNER, person, store);
}

/** Another person has logged in: what was kept is not theirs. */
export async function forgetOthers(subject: string) {
  const owner = await keptPerson();
  if (owner && owner.subject !== subject) {
    await forgetKept();
  }
}

export function forgetKept(): Promise<void> {
  return clear(store);
}

export function keptAnswer<T>(subject: string, name: string): Promise<Kept<T> | undefined> {
  return get<Kept<T>>(`${subject} ${name}`, store);
}

export function keepAnswer<T>(subject: string, name: string, answer: T): Promise<void> {
  return set(`${subject} ${name}`, { at: new Date().toISOString(), answer } satisfies Kept<T>, store);
}

/** Something small that a person need not type again, such as who is responsible. */
export function remembered(subject: string, name: string): Promise<string | undefined> {
  return get<string>(`${subject} ${name}`, store);
}

export function remember(subject: string, name: string, value: string): Promise<void> {
  return update(`${subject} ${name}`, () => value, store);
}
