import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import en from '../api/generated/words.en.json';
import zh from '../api/generated/words.zh.json';
import type { Service } from '../api/client';
import type { Shape } from '../api/shapes';
import { fields } from './fields';
import { frame } from './frame';

export type Language = 'zh' | 'en';
const KEY = 'bihuan.language';
type Dictionary = Record<string, string>;
type Dictionaries = Record<Service | 'shared', Dictionary>;
const told: Record<Language, Dictionaries> = { zh: zh as Dictionaries, en: en as Dictionaries };

/** Words of a folder of pages in both languages; the English ones have the same keys. */
export interface Words<Z extends Dictionary = Dictionary> {
  zh: Z;
  en: Record<keyof Z, string>;
}

/** Begun before anything is shown. */
export function beginWords() {
  const chosen = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  void i18next.use(initReactI18next).init({
    lng: chosen,
    resources: { zh: { frame: frame.zh }, en: { frame: frame.en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
}

export function language(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

export function speak(chosen: Language) {
  localStorage.setItem(KEY, chosen);
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  void i18next.changeLanguage(chosen);
}

/**
 * The words of a folder: `const say = useWords(words)`, `say('title')`, `say('left', { hours: 3 })` for `{{hours}}`.
 */
export function useWords<Z extends Dictionary>(words: { zh: Z; en: Record<keyof Z, string> }) {
  useTranslation();
  return (key: keyof Z & string, values: Record<string, unknown> = {}): string =>
    i18next.services.interpolator.interpolate(words[language()][key], values, language(), {});
}

/** The words of the frame, for parts that every page has. */
export function useFrameWords() {
  return useWords(frame);
}

/** What a code is called: `code('ItemStatus', 'REPLIED')`. */
export function code(name: string | undefined, value: string): string {
  const key = name ? `${name}.${value}` : value;
  return found(key) ?? fields[language()][key] ?? fields[language()][value] ?? (language() === 'zh' ? value : humane(value));
}

/** What a field is called, in the object that has it or in any. */
export function label(service: Service, object: string | undefined, field: string): string {
  const words = told[language()];
  const called =
    (object && (fields[language()][`${object}.${field}`] || words[service][`${object}.${field}`] || words.shared[`${object}.${field}`])) ||
    words[service][field] ||
    fields[language()][field] ||
    found(field) ||
    humane(field);
  // What an exported list has as a code, people see and choose by its name.
  const name = /Codes?$/.test(field) && field !== 'trackingCode' ? called.replace(/代码$| codes?$/i, '') : called;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The codes of a shape, with what they are called. */
export function choices(shape: Shape): { value: string; label: string }[] {
  const codes = shape.kind === 'list' ? shape.of : shape;
  return (codes?.values ?? []).map((value) => ({ value, label: code(codes?.code, value) }));
}

function found(key: string): string | undefined {
  const words = told[language()];
  return words.shared[key] || words.dispatch[key] || words.intake[key] || words.inspection[key] || undefined;
}

/**
 * What a state and an act are called where a service does not say whose they are: by all records that know both; nothing
 * where these call them differently.
 */
export function transition(status: string, action: string): { status?: string; action?: string } {
  const words: Dictionary = Object.assign({}, fields.zh, ...Object.values(told.zh));
  const records = Object.keys(words).filter((key) => key.endsWith(`Status.${status}`)).map((key) => key.slice(0, key.indexOf('Status.')));
  const both = records.filter((record) => `${record}Action.${action}` in words);
  const only = (called: string[]) => (new Set(called).size === 1 ? called[0] : undefined);
  return {
    status: only((both.length > 0 ? both : records).map((record) => code(`${record}Status`, status))),
    action: only(both.map((record) => code(`${record}Action`, action))),
  };
}

/** `overdueSince` and `NOT_RECTIFIED` as people write them. */
function humane(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
