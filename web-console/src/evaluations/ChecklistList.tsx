import { useNavigate } from 'react-router';
import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { may, usePerson } from '../session/person';
import { useWords } from '../words';
import { words } from './words';

export default function ChecklistList() {
  const say = useWords(words);
  const navigate = useNavigate();
  const person = usePerson().data;
  return (
    <ListPage
      service="inspection"
      operation="listChecklists"
      object="ChecklistView"
      title={say('checklists')}
      columns={['placeTypeName', 'number', 'itemCount', 'createdAt', 'createdBy']}
      moreColumns={['placeTypeCode']}
      filters={['newest']}
      linkOf={(list) => `/evaluation-checklists/${list.id}`}
      exported
      extra={
        may(person, ['SPECIAL_TEAM', 'ADMIN']) && (
          <ActButton
            primary
            service="inspection"
            operation="createChecklist"
            title={say('newChecklist')}
            hint={say('checklistHint')}
            changes={{ placeTypeCode: { label: say('placeTypeCode') }, placeTypeName: { label: say('placeTypeName') } }}
            onDone={(list) => void navigate(`/evaluation-checklists/${list.id}`)}
          />
        )
      }
    />
  );
}
