import { BigText, Drafting, fits } from '../offline/form';
import { useSeen } from '../offline/use';
import { words as phoneWords } from '../offline/words';
import { moment } from '../parts/moments';
import { NamedSelect } from '../parts/names';
import { Failure } from '../parts/states';
import { useWords } from '../words';
import { about, type ItemForm } from './items';
import { words } from './words';

const TO = { service: 'dispatch', operation: 'requestReturn' } as const;

/** It is not our business: with the duty clause that says whose it is. */
export function ReturnRequest({ item, place }: ItemForm) {
  const say = useWords(words);
  const phone = useWords(phoneWords);
  const clauses = useSeen(place.owner, 'clauses', 'dispatch', 'listDutyClauses');
  return (
    <Drafting
      place={place}
      title={say('requestReturn')}
      spec={{ ...about(item, 'return', say('requestReturn')), operation: TO.operation }}
      missing={({ body }) => [
        ...(body.clauseCode ? [] : [say('clause')]),
        ...(fits(TO.service, TO.operation, body, 'reason', true) ? [] : [say('reason')]),
      ]}
    >
      {(form) => (
        <>
          {item.returnUntil && <p>{say('returnUntil', { at: moment(item.returnUntil) })}</p>}
          {clauses.error && <Failure error={clauses.error} retry={() => void clauses.refetch()} />}
          <div className="phone-field">
            <label htmlFor="phone-clause">{say('clause')}</label>
            <select id="phone-clause" value={form.body.clauseCode ?? ''} onChange={(event) => form.set({ clauseCode: event.target.value })}>
              <option value="">{phone('choose')}</option>
              {clauses.data?.answer.items.map((clause) => (
                <option key={clause.code} value={clause.code}>
                  {clause.text}
                </option>
              ))}
            </select>
          </div>
          <BigText {...TO} form={form} field="reason" name={say('reason')} hint={phone('voice')} />
          <div className="phone-field">
            <label htmlFor="phone-unit">
              {say('suggestedUnit')}
              <span className="hint">{phone('optional')}</span>
            </label>
            <NamedSelect id="phone-unit" kind="unit" value={form.body.suggestedUnitCode ?? undefined} onChange={(unit) => form.set({ suggestedUnitCode: typeof unit === 'string' ? unit : undefined })} />
          </div>
        </>
      )}
    </Drafting>
  );
}
