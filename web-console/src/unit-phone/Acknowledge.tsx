import { BigText, Drafting, fits } from '../offline/form';
import { useWords } from '../words';
import { rememberResponsible } from './acknowledging';
import { about, type ItemForm } from './items';
import { words } from './words';

/** Who is responsible, when that is not known yet or is somebody else. */
export function Acknowledge({ item, place }: ItemForm) {
  const say = useWords(words);
  return (
    <Drafting
      place={place}
      title={say('acknowledge')}
      spec={{ ...about(item, 'acknowledge', say('acknowledge')), operation: 'acknowledgeOrderItem' }}
      missing={({ body }) => (fits('dispatch', 'acknowledgeOrderItem', body, 'responsiblePerson', true) ? [] : [say('responsible')])}
      beforeSend={({ body }) => rememberResponsible(place.owner, (body.responsiblePerson ?? '').trim())}
    >
      {(form) => (
        <BigText service="dispatch" operation="acknowledgeOrderItem" form={form} field="responsiblePerson" name={say('responsible')} hint={say('responsibleHint')} rows={1} />
      )}
    </Drafting>
  );
}
