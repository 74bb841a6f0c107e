import { Navigate, useParams } from 'react-router';
import { useAnswer } from '../api/use';
import { Loaded } from '../parts/states';
import { useWords } from '../words';
import { OrderForm } from './OrderForm';
import { words } from './words';

/** Changes a draft; what is issued is changed no more. */
export default function EditOrderPage() {
  const say = useWords(words);
  const { id = '' } = useParams();
  const order = useAnswer('dispatch', 'getOrder', { path: { id } });
  return (
    <Loaded asked={order}>
      {(known) =>
        known.draft ? (
          <OrderForm
            title={say('editDraft')}
            draft={{ id: known.id, version: known.version }}
            head={{
              kind: known.kind,
              leadUnitCode: known.leadUnit.code,
              jointUnitCodes: known.draft.jointUnits.map((unit) => unit.code),
              urgency: known.urgency,
              basisKind: known.basisKind ?? undefined,
              basis: known.basis ?? undefined,
              basisReference: known.basisReference ?? undefined,
              basisOn: known.basisOn ?? undefined,
              signer: known.signer ?? undefined,
            }}
            lines={known.draft.items.map((line) => ({
              problemId: line.problemId,
              name: `${line.problemSerial} ${line.title}`,
              deadlineClass: line.deadlineClass,
              demand: line.demand ?? undefined,
              responsiblePerson: line.responsiblePerson ?? undefined,
            }))}
          />
        ) : (
          <Navigate to={`/orders/${known.id}`} replace />
        )
      }
    </Loaded>
  );
}
