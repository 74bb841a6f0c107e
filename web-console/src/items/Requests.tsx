import { Divider } from 'antd';
import type { Answer } from '../api/client';
import { Fields } from '../parts/Fields';
import { useWords } from '../words';
import { filled } from './item';
import { words } from './words';

type Returns = Answer<'dispatch', 'listReturnRequests'>['items'];
type Extensions = Answer<'dispatch', 'listExtensionRequests'>['items'];

/** What the lead unit asked for, and what was decided. */
export function Requests({ returns, extensions }: { returns: Returns; extensions: Extensions }) {
  const say = useWords(words);
  return (
    <>
      {returns.map((request) => (
        <article key={request.id}>
          <h3 style={{ fontSize: 14, margin: '0 0 8px' }}>{say('return')}</h3>
          <Fields
            service="dispatch"
            object="ReturnRequestView"
            columns={2}
            value={request}
            fields={filled(request, ['status', 'clauseCode', 'suggestedUnit', 'rulingNeeded', 'reason', 'requestedBy', 'requestedAt', 'decidedBy', 'decidedAt', 'opinion', 'assignedUnit'])}
          />
        </article>
      ))}
      {returns.length > 0 && extensions.length > 0 && <Divider />}
      {extensions.map((request) => (
        <article key={request.id}>
          <h3 style={{ fontSize: 14, margin: '0 0 8px' }}>{say('extension')}</h3>
          <Fields
            service="dispatch"
            object="ExtensionRequestView"
            columns={2}
            value={request}
            fields={filled(request, ['status', 'until', 'reason', 'requestedBy', 'requestedAt', 'decidedBy', 'decidedAt', 'opinion'])}
          />
        </article>
      ))}
    </>
  );
}
