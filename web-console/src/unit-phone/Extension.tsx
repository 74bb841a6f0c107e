import dayjs from 'dayjs';
import { BigText, Drafting, fits } from '../offline/form';
import { words as phoneWords } from '../offline/words';
import { chosenFrom, instantOf, moment } from '../parts/moments';
import { useWords } from '../words';
import { about, type ItemForm } from './items';
import { words } from './words';

const TO = { service: 'dispatch', operation: 'requestExtension' } as const;
const LOCAL = 'YYYY-MM-DDTHH:mm';

/** More time, asked for before the limit is over. */
export function Extension({ item, place }: ItemForm) {
  const say = useWords(words);
  const phone = useWords(phoneWords);
  const due = item.dueAt ? chosenFrom(item.dueAt) : undefined;
  return (
    <Drafting
      place={place}
      title={say('requestExtension')}
      spec={{ ...about(item, 'extension', say('requestExtension')), operation: TO.operation }}
      missing={({ body }) => [
        ...(body.until && (!item.dueAt || body.until > item.dueAt) ? [] : [say('laterThanDue')]),
        ...(fits(TO.service, TO.operation, body, 'reason', true) ? [] : [say('reason')]),
      ]}
    >
      {(form) => (
        <>
          <div className="phone-field">
            <label htmlFor="phone-until">{say('until')}</label>
            <input
              id="phone-until"
              type="datetime-local"
              min={due?.format(LOCAL)}
              value={form.body.until ? chosenFrom(form.body.until).format(LOCAL) : ''}
              onChange={(event) => form.set({ until: event.target.value ? instantOf(dayjs(event.target.value)) : undefined })}
            />
            {item.dueAt && <div className="hint">{say('extensionHint', { at: moment(item.dueAt) })}</div>}
          </div>
          <BigText {...TO} form={form} field="reason" name={say('reason')} hint={phone('voice')} />
        </>
      )}
    </Drafting>
  );
}
