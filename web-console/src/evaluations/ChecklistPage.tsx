import { useParams } from 'react-router';
import type { Answer } from '../api/client';
import { useAnswer } from '../api/use';
import { ActButton } from '../parts/acts';
import { Detail, Rows, Section } from '../parts/Detail';
import { Fields } from '../parts/Fields';
import { Loaded } from '../parts/states';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { words } from './words';

export default function ChecklistPage() {
  const { id = '' } = useParams();
  const checklist = useAnswer('inspection', 'getChecklist', { path: { id } });
  return <Loaded asked={checklist}>{(known) => <Shown checklist={known} />}</Loaded>;
}

function Shown({ checklist }: { checklist: Answer<'inspection', 'getChecklist'> }) {
  const say = useWords(words);
  const person = usePerson().data;
  const { placeTypeCode, placeTypeName, items } = checklist;
  const numbered = (items ?? []).map((item, index) => ({ ...item, number: index + 1 }));
  return (
    <Detail
      title={`${placeTypeName} ${say('version', { number: checklist.number })}`}
      acts={
        may(person, ['SPECIAL_TEAM', 'ADMIN']) && (
          <ActButton
            service="inspection"
            operation="createChecklist"
            title={say('newChecklist')}
            hint={say('checklistHint')}
            initial={{ placeTypeCode, placeTypeName, items: items ?? [] }}
          />
        )
      }
    >
      <Fields service="inspection" object="ChecklistView" value={checklist} fields={['placeTypeCode', 'itemCount', 'createdAt', 'createdBy']} columns={2} />
      <Section title={say('standards')}>
        <Rows service="inspection" object="ChecklistItem" rows={numbered} keyOf={(item) => item.number} fields={['number', 'standard', 'weight', 'method']} />
      </Section>
    </Detail>
  );
}
