import { BigText, Drafting, fits } from '../offline/form';
import { PhotoTaker } from '../offline/PhotoTaker';
import { words as phoneWords } from '../offline/words';
import { useWords } from '../words';
import { about, type ItemForm } from './items';
import { incomplete, Outcomes } from './Outcomes';
import { words } from './words';

const TO = { service: 'dispatch', operation: 'replyToTask' } as const;

/** What a joint unit has done of an item that another leads. */
export function TaskReply({ item, place, unit }: ItemForm) {
  const say = useWords(words);
  const phone = useWords(phoneWords);
  return (
    <Drafting
      place={place}
      title={`${say('replyTask')} · ${item.title}`}
      spec={{ ...about(item, 'task', say('replyTask')), operation: TO.operation, path: { id: item.id, unitCode: unit ?? '' } }}
      missing={({ body, photos }) => [
        ...(photos.length > 0 ? [] : [phone('atLeastOnePhoto')]),
        ...(fits(TO.service, TO.operation, body, 'measures', true) ? [] : [say('measures')]),
        ...(fits(TO.service, TO.operation, body, 'resultSummary', true) ? [] : [say('result')]),
        ...(fits(TO.service, TO.operation, body, 'cause', false) ? [] : [say('cause')]),
        ...incomplete(body.outcomes).map((n) => say('outcomeIncomplete', { n })),
      ]}
    >
      {(form) => (
        <>
          <PhotoTaker name={say('after')} fields={['attachmentIds', 'afterPhotoIds']} photos={form.photos} most={10} add={form.addPhoto} drop={form.dropPhoto} />
          <BigText {...TO} form={form} field="measures" name={say('measures')} hint={phone('voice')} />
          <BigText {...TO} form={form} field="resultSummary" name={say('result')} />
          <BigText {...TO} form={form} field="cause" name={say('cause')} optional />
          <Outcomes value={form.body.outcomes ?? []} change={(outcomes) => form.set({ outcomes })} />
        </>
      )}
    </Drafting>
  );
}
