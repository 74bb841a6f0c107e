import { useEffect, useRef } from 'react';
import type { Choices } from '../choices';
import type { Schemas } from '../intake';
import { useLanguage } from '../language';

interface SimilarPartProps {
  items: Schemas['PublicProblem'][];
  choices: Choices;
  sending: boolean;
  onSend: () => void;
  onBack: () => void;
}

/** What is dealt with already and looks like what is about to be sent. */
export function SimilarPart({ items, choices, sending, onSend, onBack }: SimilarPartProps) {
  const { language, say } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  const nameOf = (code: string) => {
    const category = choices.categories.find((one) => one.code === code);
    return (language === 'zh' ? category?.name : category?.englishName) ?? code;
  };
  return (
    <section className="notice" aria-labelledby="similar-title">
      <h2 id="similar-title" ref={heading} tabIndex={-1}>
        {say('similarTitle')}
      </h2>
      <p>{say('similarIntro')}</p>
      <ul>
        {items.map((item) => (
          <li key={item.serial}>
            <strong>{item.serial}</strong>
            <br />
            {say('similarLine', {
              category: nameOf(item.categoryCode),
              place: choices.subdistricts.find(({ code }) => code === item.subdistrictCode)?.name ?? say('similarAnywhere'),
              date: item.filedOn,
              count: item.complaints,
            })}
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" onClick={onBack} disabled={sending}>
          {say('goBack')}
        </button>
        <button type="button" className="main" onClick={onSend} disabled={sending}>
          {say(sending ? 'submitting' : 'sendAnyway')}
        </button>
      </div>
    </section>
  );
}
