import { Button, Progress, Space, Tag } from 'antd';
import type { Answer } from '../api/client';
import { Named } from '../parts/names';
import { code, useWords } from '../words';
import { words } from './words';

export type Suggestion = Answer<'intake', 'suggestForComplaint'>;

interface Props {
  suggestion: Suggestion;
  /** Chosen category, marked. */
  category?: string;
  onCategory?: (categoryCode: string) => void;
  /** What stands at the button of a category, such as its key. */
  keyOf?: (index: number) => string;
  onPlace?: (place: NonNullable<Suggestion['place']>) => void;
  placeKey?: string;
}

/** What a text seems to be, how sure that is, and by which words. */
export function SuggestionPanel({ suggestion, category, onCategory, keyOf, onPlace, placeKey }: Props) {
  const say = useWords(words);
  const { scope, intent, categories, bodies, place } = suggestion;
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Space wrap size={4}>
        <Tag color={scope.code === 'OURS' ? 'green' : 'orange'}>
          {code('Scope', scope.code)} {percent(scope.confidence)}
        </Tag>
        {intent.confidence > 0 && (
          <Tag>
            {code('Intent', intent.code)} {percent(intent.confidence)}
          </Tag>
        )}
      </Space>
      <section aria-label={say('likelyCategories')}>
        <strong>{say('likelyCategories')}</strong>
        {categories.length === 0 && <div>{say('nothingRecognised')}</div>}
        {categories.map((guess, index) => (
          <div key={guess.code} style={{ marginTop: 6 }}>
            <div style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
              {onCategory ? (
                <Button size="small" type={category === guess.code ? 'primary' : 'default'} onClick={() => onCategory(guess.code)}>
                  <Named kind="category" code={guess.code} />
                  {keyOf && <Key name={keyOf(index)} />}
                </Button>
              ) : (
                <Named kind="category" code={guess.code} />
              )}
              <Progress style={{ flex: 1, margin: 0 }} percent={Math.round(guess.confidence * 100)} size="small" status="normal" format={() => percent(guess.confidence)} aria-label={say('confidence')} />
            </div>
            <Words of={guess.words} />
          </div>
        ))}
      </section>
      {scope.code !== 'OURS' && bodies.length > 0 && (
        <section aria-label={say('likelyBodies')}>
          <strong>{say('likelyBodies')}</strong>
          {bodies.map((guess) => (
            <div key={guess.code}>
              <Named kind="body" code={guess.code} /> {percent(guess.confidence)} <Words of={guess.words} />
            </div>
          ))}
        </section>
      )}
      {place && (
        <section aria-label={say('likelyPlace')}>
          <strong>{say('likelyPlace')}</strong>
          <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, marginTop: 6 }}>
            {onPlace ? (
              <Button size="small" onClick={() => onPlace(place)}>
                <PlaceName place={place} />
                {placeKey && <Key name={placeKey} />}
              </Button>
            ) : (
              <PlaceName place={place} />
            )}
            <span>
              {code('PlacedBy', place.placedBy)} {percent(place.confidence)}
            </span>
            <Words of={place.words} />
          </div>
        </section>
      )}
    </div>
  );
}

function PlaceName({ place }: { place: NonNullable<Suggestion['place']> }) {
  return (
    <span>
      <Named kind="subdistrict" code={place.subdistrictCode} /> {place.communityCode && <Named kind="community" code={place.communityCode} />}
    </span>
  );
}

export function Key({ name }: { name: string }) {
  return <kbd style={{ marginInlineStart: 6, padding: '0 4px', border: '1px solid currentColor', borderRadius: 3, fontSize: 12, opacity: 0.85 }}>{name}</kbd>;
}

function Words({ of }: { of: string[] }) {
  const say = useWords(words);
  return of.length > 0 ? <span style={{ color: '#595959', fontSize: 12 }}>{say('byWords', { words: of.join('、') })}</span> : null;
}

export function percent(share: number): string {
  return share > 0 && share < 0.01 ? '<1%' : `${Math.round(share * 100)}%`;
}
