import { useEffect, useState, type FormEvent } from 'react';
import type { Choices } from '../choices';
import { Fault, Field, Refusal } from '../Field';
import { answered, intake, length, problemIn, type Problem, type Schemas } from '../intake';
import { useLanguage } from '../language';
import { complaintOf, EMPTY, keepDraft, keptDraft, locationOf, type Form } from './draft';
import { faultsIn, faultsOf, FIELDS, MOST_CHARACTERS, without, type Faults } from './faults';
import { Photos } from './photos';
import { PhotosField } from './PhotosField';
import { PlaceFields } from './PlaceFields';
import { ReporterFields } from './ReporterFields';
import { ArrivedEarlier, mayHaveArrived, sendOnce } from './sending';
import { SentPart, type Sent } from './SentPart';
import { SimilarPart } from './SimilarPart';

type Doing = 'photosUploading' | 'submitting';

/** The form, and the code when it was sent. */
export function SendView({ choices, onFollow }: { choices: Choices; onFollow: (trackingCode: string) => void }) {
  const { language, say } = useLanguage();
  const [draft] = useState(keptDraft);
  const [restored, setRestored] = useState(draft !== null);
  const [form, setForm] = useState<Form>(draft ?? EMPTY);
  const [photos] = useState(() => new Photos());
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [arrivedEarlier, setArrivedEarlier] = useState(false);
  const [doing, setDoing] = useState<Doing>();
  const [similar, setSimilar] = useState<Schemas['PublicProblem'][]>([]);
  const [asked, setAsked] = useState('');
  const [sent, setSent] = useState<Sent>();

  useEffect(() => {
    keepDraft(form);
  }, [form]);

  const change = (changes: Partial<Form>) => {
    setForm((before) => ({ ...before, ...changes }));
    setFaults((before) => without(before, changes));
    setSimilar([]);
  };
  const clear = () => {
    setForm(EMPTY);
    photos.clear();
    setFaults({});
    setProblem(null);
    setRestored(false);
    setSimilar([]);
  };
  const refuse = (found: Faults) => {
    setFaults(found);
    const first = FIELDS.find((id) => found[id]);
    // After the faults are shown, so that they are read with the field.
    requestAnimationFrame(() => first && document.getElementById(first)?.focus());
  };

  const submit = async (knowingly: boolean) => {
    setProblem(null);
    setArrivedEarlier(false);
    const found = faultsOf(form, say);
    setDoing('photosUploading');
    const attachmentIds = await photos.settled();
    if (!attachmentIds) {
      found.photos = say('photosFailed');
    }
    if (!attachmentIds || Object.keys(found).length > 0) {
      setDoing(undefined);
      refuse(found);
      return;
    }
    setFaults({});
    setDoing('submitting');
    const question = { text: form.text.trim(), categoryCode: form.categoryCode || null, location: locationOf(form) };
    if (!knowingly && !mayHaveArrived() && JSON.stringify(question) !== asked) {
      const items = await similarTo(question);
      setAsked(JSON.stringify(question));
      if (items.length > 0) {
        setSimilar(items);
        setDoing(undefined);
        return;
      }
    }
    await send(attachmentIds);
    setDoing(undefined);
  };

  const send = async (attachmentIds: string[]) => {
    try {
      const { taken, asFirstSent } = await sendOnce(complaintOf(form, attachmentIds));
      clear();
      setAsked('');
      setSent({ serial: taken.serial, trackingCode: taken.trackingCode ?? '', receivedAt: taken.receivedAt, asFirstSent });
    } catch (thrown) {
      setSimilar([]);
      if (thrown instanceof ArrivedEarlier) {
        setArrivedEarlier(true);
        return;
      }
      const { faults: told, rest } = faultsIn(problemIn(thrown));
      if (told.photos) {
        photos.refuse();
      }
      setProblem(rest);
      refuse(told);
    }
  };

  if (sent) {
    return <SentPart sent={sent} onFollow={onFollow} onAnother={() => setSent(undefined)} />;
  }
  const count = length(form.text);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit(false);
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <h1>{say('title')}</h1>
      <p>{say('intro')}</p>
      <p className="hint">{say('emergency')}</p>
      {restored && (
        <div className="notice" role="status">
          <p>{say('draftRestored')}</p>
          <button type="button" onClick={clear}>
            {say('clearDraft')}
          </button>
        </div>
      )}
      <Field id="text" label={say('textLabel')} required hint={say('textHint')} error={faults.text}>
        {(described) => (
          <textarea {...described} rows={5} required value={form.text} onChange={({ target }) => change({ text: target.value })} />
        )}
      </Field>
      <p className={count > MOST_CHARACTERS ? 'count fault' : 'count'}>{say('textCount', { count, most: MOST_CHARACTERS })}</p>
      <PhotosField photos={photos} error={faults.photos} />
      <PlaceFields form={form} choices={choices} faults={faults} change={change} />
      {choices.categories.length > 0 && (
        <Field id="category" label={say('categoryLabel')} error={faults.category}>
          {(described) => (
            <select {...described} value={form.categoryCode} onChange={({ target }) => change({ categoryCode: target.value })}>
              <option value="">{say('categoryNone')}</option>
              {choices.categories.map(({ code, name, englishName }) => (
                <option key={code} value={code}>
                  {language === 'zh' ? name : englishName}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <ReporterFields form={form} faults={faults} change={change} />
      {Object.keys(faults).length > 0 && (
        <div className="notice bad" role="alert">
          <p>{say('checkFields')}</p>
          <ul>
            {FIELDS.filter((id) => faults[id]).map((id) => (
              <li key={id}>
                <a href={`#${id}`}>{faults[id]}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {problem && <Refusal problem={problem} also={mayHaveArrived() ? say('maybeSent') : undefined} />}
      {arrivedEarlier && <Fault id="arrived">{say('receivedEarlier')}</Fault>}
      {similar.length > 0 ? (
        <SimilarPart
          items={similar}
          choices={choices}
          sending={doing !== undefined}
          onSend={() => void submit(true)}
          onBack={() => {
            setSimilar([]);
            document.getElementById('text')?.focus();
          }}
        />
      ) : (
        <button type="submit" className="main wide" disabled={doing !== undefined}>
          {say(doing ?? 'submit')}
        </button>
      )}
    </form>
  );
}

/** What is dealt with already. To know it is a help and no condition: when it cannot be told the complaint is sent. */
async function similarTo(question: Schemas['SimilarQuestion']): Promise<Schemas['PublicProblem'][]> {
  try {
    return (await answered(intake().POST('/api/v1/public/similar', { body: question }))).items;
  } catch {
    return [];
  }
}
