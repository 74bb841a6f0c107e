import { Form, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useAnswer } from '../api/use';
import type { Body } from '../api/client';
import { ActButton } from '../parts/acts';
import { Choices } from '../parts/Choices';
import { ListPage } from '../parts/ListPage';
import { moment } from '../parts/moments';
import { may, usePerson } from '../session/person';
import { code, useWords } from '../words';
import { words } from './words';

type Basis = Body<'inspection', 'proposeAccountabilityCase'>['basis'];

/** Cases about units, as far as they are shown to who asks. */
export default function Cases() {
  const say = useWords(words);
  const navigate = useNavigate();
  const proposes = may(usePerson().data, ['SPECIAL_TEAM', 'COMMITTEE_INSPECTOR']);
  return (
    <>
      <ListPage
        service="inspection"
        operation="listAccountabilityCases"
        object="CaseView"
        title={say('cases')}
        columns={['subjectUnit', 'level', 'status', 'suggestion', 'proposedAt', 'proposedBy', 'decidedAt', 'servedAt']}
        moreColumns={['decidedBy', 'decisionReason', 'servedBy']}
        filters={['level', 'status', 'unitCode']}
        linkOf={(row) => `/accountability-cases/${row.id}`}
        exported
        extra={
          proposes && (
            <ActButton
              primary
              service="inspection"
              operation="proposeAccountabilityCase"
              title={say('propose')}
              hint={say('proposeHint')}
              fields={['subjectUnitCode', 'level', 'basis', 'suggestion']}
              changes={{ basis: { label: say('basisCards'), help: say('basisHelp'), control: <BasisSelect /> } }}
              onDone={(row) => void navigate(`/accountability-cases/${row.id}`)}
            />
          )
        }
      />
      <p style={{ color: '#595959' }}>{say('record')}</p>
    </>
  );
}

interface BasisSelectProps {
  id?: string;
  value?: Basis;
  onChange?: (basis: Basis) => void;
}

/** The facts a proposal rests on: cards of the unit it is about. */
function BasisSelect({ id, value, onChange }: BasisSelectProps) {
  const say = useWords(words);
  const unit = Form.useWatch('subjectUnitCode') as string | undefined;
  const cards = useAnswer('inspection', 'listWarningCards', { query: { unitCode: unit ? [unit] : [], limit: 200 } }, { enabled: Boolean(unit) });
  const options = (unit ? (cards.data?.items ?? []) : []).map((card) => ({
    value: card.id,
    label: `${code('CardKind', card.kind)} ${code('CardCause', card.cause)} ${card.problemSerial ?? ''} ${moment(card.issuedAt)}`,
  }));
  return (
    <Choices asked={cards}>
      <Select
        id={id}
        mode="multiple"
        disabled={!unit}
        value={value?.map((basis) => basis.id)}
        options={options}
        loading={cards.isFetching}
        notFoundContent={cards.isSuccess ? say('noCards') : null}
        onChange={(chosen: string[]) => onChange?.(chosen.map((card) => ({ kind: 'CARD', id: card })))}
        style={{ width: '100%' }}
      />
    </Choices>
  );
}
