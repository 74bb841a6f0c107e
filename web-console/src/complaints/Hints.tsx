import { Card, Form, type FormInstance } from 'antd';
import { useEffect, useState, type RefObject } from 'react';
import { Link } from 'react-router';
import type { Body } from '../api/client';
import { useAnswer } from '../api/use';
import { Named } from '../parts/names';
import { CodeTag } from '../parts/show';
import { Failure } from '../parts/states';
import { useWords } from '../words';
import { SuggestionPanel } from './SuggestionPanel';
import { words } from './words';

export interface HintActs {
  category?: () => void;
  place?: () => void;
}
const PAUSE = 350;
const ENOUGH = 4;

/** What the text seems to be, beside it while it is typed. An outdated question is dropped. */
export function Hints({ form, actsRef }: { form: FormInstance; actsRef: RefObject<HintActs> }) {
  const say = useWords(words);
  const text = useSettled(Form.useWatch('text', form) as string | undefined);
  const subject = useSettled(Form.useWatch('subject', form) as string | undefined);
  const address = useSettled(Form.useWatch(['location', 'address'], form) as string | undefined);
  const category = Form.useWatch('categoryCode', form) as string | undefined;
  const subdistrict = Form.useWatch(['location', 'subdistrictCode'], form) as string | undefined;
  const enough = text.length >= ENOUGH;
  const said: Body<'intake', 'suggestForText'> = { text, ...(subject ? { subject } : {}), ...(address ? { location: { address } } : {}) };
  const question: Body<'intake', 'findSimilarProblems'> = {
    text,
    ...(subject ? { subject } : {}),
    ...(category ? { categoryCode: category } : {}),
    ...(address || subdistrict ? { location: { ...(address ? { address } : {}), ...(subdistrict ? { subdistrictCode: subdistrict } : {}) } } : {}),
  };
  const suggestion = useAnswer('intake', 'suggestForText', { body: said }, { enabled: enough });
  const similar = useAnswer('intake', 'findSimilarProblems', { body: question }, { enabled: enough });
  const guesses = suggestion.data?.categories;
  const place = suggestion.data?.place;

  const takePlace = () =>
    place && form.setFieldValue('location', { ...(form.getFieldValue('location') as object | undefined), subdistrictCode: place.subdistrictCode, communityCode: place.communityCode ?? undefined });

  useEffect(() => {
    actsRef.current = enough
      ? {
          category: () => {
            const chosen = form.getFieldValue('categoryCode') as string | undefined;
            const at = guesses?.findIndex((guess) => guess.code === chosen) ?? -1;
            const next = guesses?.[(at + 1) % guesses.length];
            if (next) {
              form.setFieldValue('categoryCode', next.code);
            }
          },
          place: takePlace,
        }
      : {};
  });

  if (!enough) {
    return (
      <Card size="small" title={say('hints')}>
        {say('hintsEmpty')}
      </Card>
    );
  }
  return (
    <>
      <Card size="small" title={say('hints')} aria-live="polite" aria-busy={suggestion.isFetching}>
        {suggestion.error && <Failure error={suggestion.error} />}
        {suggestion.data && (
          <SuggestionPanel
            suggestion={suggestion.data}
            category={category}
            onCategory={(chosen) => form.setFieldValue('categoryCode', chosen)}
            keyOf={(index) => (index === 0 ? 'F2' : `F2 ×${index + 1}`)}
            onPlace={takePlace}
            placeKey="F4"
          />
        )}
      </Card>
      <Card size="small" title={say('duplicates')} aria-live="polite" aria-busy={similar.isFetching}>
        {similar.error && <Failure error={similar.error} />}
        {similar.data?.items.length === 0 && say('noDuplicates')}
        {similar.data?.items.map((one) => (
          <div key={one.serial} style={{ borderBottom: '1px solid #f0f0f0', padding: '4px 0' }}>
            <Link to={`/problems?serial=${one.serial}`}>{one.serial}</Link> <Named kind="category" code={one.categoryCode} /> <CodeTag name="PublicStatus" value={one.status} />{' '}
            {one.subdistrictCode && <Named kind="subdistrict" code={one.subdistrictCode} />} {say('alreadyTold', { count: one.complaints, day: one.filedOn })}
          </div>
        ))}
        {(similar.data?.items.length ?? 0) > 0 && <p style={{ margin: '8px 0 0', color: '#595959' }}>{say('mayTell')}</p>}
      </Card>
    </>
  );
}

/** What is typed, once the typing pauses. */
function useSettled(typed: string | undefined): string {
  const [settled, setSettled] = useState((typed ?? '').trim());
  useEffect(() => {
    const timer = setTimeout(() => setSettled((typed ?? '').trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
