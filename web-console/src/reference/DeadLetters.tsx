import type { Service } from '../api/client';
import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { Nothing } from '../parts/states';
import { useWords } from '../words';
import { Area } from './Area';
import { words } from './words';

export function OfIntake() {
  return <DeadLetters service="intake" />;
}

export function OfDispatch() {
  return <DeadLetters service="dispatch" />;
}

export function OfInspection() {
  return <DeadLetters service="inspection" />;
}

/** Events that a service could not apply; all three have the same operations. */
function DeadLetters({ service }: { service: Service }) {
  const say = useWords(words);
  // What is typed for one holds for all: the three descriptions say the same.
  const of = service as 'intake';
  return (
    <Area>
      <ListPage
        service={of}
        operation="listDeadLetters"
        object="DeadLetter"
        title={say(`deadLetters_${service}`)}
        columns={['parkedAt', 'topic', 'type', 'key', 'reason']}
        moreColumns={['eventId', 'partition', 'offset']}
        filters={[]}
        empty={<Nothing text={say('noDeadLetters')} />}
        acts={(letter) => (
          <>
            <ActButton small service={of} operation="replayDeadLetter" path={{ id: letter.id }} title={say('replayLetter')} hint={say('replayLetterHint')} />
            <ActButton small danger service={of} operation="discardDeadLetter" path={{ id: letter.id }} title={say('discardLetter')} hint={say('discardLetterHint')} />
          </>
        )}
      />
    </Area>
  );
}
