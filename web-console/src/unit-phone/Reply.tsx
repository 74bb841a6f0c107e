import { Alert, Segmented } from 'antd';
import { BigText, Drafting, fits, type DraftForm } from '../offline/form';
import { PhotoTaker } from '../offline/PhotoTaker';
import { words as phoneWords } from '../offline/words';
import { useWords } from '../words';
import { about, actionsOf, pendingOf, type ItemForm } from './items';
import { incomplete, Outcomes } from './Outcomes';
import { words } from './words';

const TO = { service: 'dispatch', operation: 'replyToOrderItem' } as const;
const AFTER = ['attachmentIds', 'afterPhotoIds'];
const BEFORE = ['attachmentIds', 'beforePhotoIds'];
const MOST = 10;

/** The reply of the lead unit, written where the work was done. */
export function Reply({ item, place, unit }: ItemForm) {
  const say = useWords(words);
  const phone = useWords(phoneWords);
  const allowed = actionsOf(item, pendingOf(place.drafts, item), unit);
  const kinds = (['FINAL', 'INTERIM'] as const).filter((kind) => allowed.includes(kind === 'FINAL' ? 'REPLY' : 'REPLY_INTERIM'));

  const missing = ({ body, photos }: DraftForm<'dispatch', 'replyToOrderItem'>) => {
    const final = body.kind !== 'INTERIM';
    const texts = [
      ['cause', final, say('cause')],
      ['measures', true, say('measures')],
      ['resultSummary', final, say('result')],
      ['lastingMeasures', false, say('lasting')],
    ] as const;
    return [
      ...(photos.some(({ fields }) => fields.includes('afterPhotoIds')) ? [] : [phone('atLeastOnePhoto')]),
      ...texts.filter(([field, required]) => !fits(TO.service, TO.operation, body, field, required)).map(([, , name]) => name),
      ...incomplete(body.outcomes).map((n) => say('outcomeIncomplete', { n })),
    ];
  };

  return (
    <Drafting
      place={place}
      title={`${say('reply')} · ${item.title}`}
      spec={{ ...about(item, 'reply', say('reply')), operation: TO.operation, body: { kind: kinds[0] ?? 'FINAL' } }}
      missing={missing}
    >
      {(form) => (
        <>
          {kinds.length > 1 && (
            <Segmented
              block
              aria-label={say('kind')}
              value={form.body.kind}
              options={kinds.map((kind) => ({ value: kind, label: say(kind) }))}
              onChange={(kind) => form.set({ kind })}
              style={{ marginBottom: 10 }}
            />
          )}
          {form.body.kind === 'FINAL' && item.openTasks.length > 0 && (
            <Alert type="warning" showIcon style={{ marginBottom: 10 }} title={say('joint', { units: item.openTasks.map(({ name }) => name).join('、') })} />
          )}
          <PhotoTaker name={say('after')} fields={AFTER} photos={form.photos} most={MOST} add={form.addPhoto} drop={form.dropPhoto} />
          <BigText {...TO} form={form} field="measures" name={say('measures')} hint={phone('voice')} />
          <BigText {...TO} form={form} field="cause" name={say('cause')} optional={form.body.kind === 'INTERIM'} />
          <BigText {...TO} form={form} field="resultSummary" name={say('result')} optional={form.body.kind === 'INTERIM'} />
          <Outcomes value={form.body.outcomes ?? []} change={(outcomes) => form.set({ outcomes })} />
          <BigText {...TO} form={form} field="lastingMeasures" name={say('lasting')} optional rows={2} />
          <PhotoTaker name={say('before')} hint={phone('optional')} fields={BEFORE} photos={form.photos} most={MOST} add={form.addPhoto} drop={form.dropPhoto} />
        </>
      )}
    </Drafting>
  );
}
