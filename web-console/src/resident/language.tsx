import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { words, type Word } from './words';

export type Language = keyof typeof words;
export type Say = (word: Word, values?: Record<string, string | number>) => string;

/** The same as the console's, so that whoever has chosen there has chosen here. */
const KEY = 'bihuan.language';

let spoken: Language = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';

/** For `Accept-Language`: what the services say follows the page. */
export function languageTag(): string {
  return spoken === 'zh' ? 'zh-CN' : 'en';
}

const Spoken = createContext<{ language: Language; say: Say; change: (language: Language) => void } | null>(null);

export function Speaking({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(spoken);
  useEffect(() => {
    document.documentElement.lang = languageTag();
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      say: (word: Word, values: Record<string, string | number> = {}) =>
        words[language][word].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole)),
      change: (chosen: Language) => {
        spoken = chosen;
        localStorage.setItem(KEY, chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <Spoken.Provider value={value}>{children}</Spoken.Provider>;
}

export function useLanguage() {
  const value = useContext(Spoken);
  if (!value) {
    throw new Error('Nothing is said outside of Speaking.');
  }
  return value;
}

export function useSay(): Say {
  return useLanguage().say;
}
