import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { ProblemError } from '../api/problem';
import type { Draft } from '../offline/drafts';
import type { FormPlace } from '../offline/form';
import { keepFor } from '../offline/kept';
import { useKnownPerson } from '../offline/person';
import { Phone } from '../offline/Phone';
import { useDrafts, useKeptReference, useSeen, useSending } from '../offline/use';
import { words as phoneWords } from '../offline/words';
import { moment } from '../parts/moments';
import { Loaded } from '../parts/states';
import type { Person } from '../session/person';
import { useWords } from '../words';
import { Acknowledge } from './Acknowledge';
import { Extension } from './Extension';
import { ItemCards } from './ItemCards';
import { ItemDetail } from './ItemDetail';
import { pendingOf, type Item } from './items';
import { Reply } from './Reply';
import { ReturnRequest } from './ReturnRequest';
import { TaskReply } from './TaskReply';
import { words } from './words';

const MINUTE = 60_000;
const UNDER_WAY: Item['status'][] = ['REPLIED', 'RECHECK_PENDING', 'RETURN_REQUESTED', 'SUSPENDED'];

/** What a unit does with its items where it does the work: on the spot, with one hand, with a network or without. */
export default function UnitPhone() {
  const person = useKnownPerson();
  return <Loaded asked={person}>{(known) => <OfPerson key={known.subject} person={known} />}</Loaded>;
}

function OfPerson({ person }: { person: Person }) {
  const say = useWords(words);
  const [address, go] = useSearchParams();
  const owner = person.subject;
  const drafts = useDrafts(owner);
  useSending(owner, drafts);
  useKeptReference(owner);
  useEffect(() => void keepFor(person), [person]);

  const waiting = useSeen(owner, 'todo', 'dispatch', 'listOrderItems', { query: { todo: true, sort: 'dueAt', limit: 200 } }, { every: MINUTE });
  const inHand = useSeen(owner, 'in-hand', 'dispatch', 'listOrderItems', { query: { status: ['ACKNOWLEDGED'], sort: 'dueAt', limit: 200 } }, { every: MINUTE });
  const todo = together(waiting, inHand);
  const underWay = useSeen(owner, 'under-way', 'dispatch', 'listOrderItems', { query: { status: UNDER_WAY, sort: 'dueAt', limit: 200 } }, { every: MINUTE });
  const id = address.get('item');
  const listed = [todo, underWay].flatMap(({ data }) => data?.answer.items ?? []).find((item) => item.id === id);
  const apart = useSeen(owner, `item ${id}`, 'dispatch', 'getOrderItem', { path: { id: id ?? '' } }, { enabled: id !== null && !listed && todo.isFetched && underWay.isFetched });
  const item = listed ?? (apart.data?.answer.id === id ? apart.data?.answer : undefined);

  const place: FormPlace = {
    owner,
    drafts,
    onOpen: (draft: Draft) => go(new URLSearchParams(draft.slot)),
    onBack: () => go(id && address.get('do') ? { item: id } : {}),
    onSent: () => go({}),
  };
  if (!id) {
    return <Lists place={place} todo={todo} underWay={underWay} second={address.get('list') === 'under-way'} go={go} />;
  }
  if (!item) {
    return (
      <Phone {...place} title={say('title')}>
        {isGone(apart.error) ? <Alert type="info" title={say('gone')} /> : <Loaded asked={{ ...apart, data: undefined }}>{() => null}</Loaded>}
      </Phone>
    );
  }
  switch (address.get('do')) {
    case 'acknowledge':
      return <Acknowledge item={item} place={place} />;
    case 'reply':
      return <Reply item={item} place={place} />;
    case 'task':
      return <TaskReply item={item} unit={person.unit ?? ''} place={place} />;
    case 'return':
      return <ReturnRequest item={item} place={place} />;
    case 'extension':
      return <Extension item={item} place={place} />;
    default:
      return <ItemDetail item={item} pending={pendingOf(drafts, item)} place={place} open={(act) => go({ item: id, do: act })} />;
  }
}

/** Not there, or with another unit by now. */
function isGone(error: Error | null): boolean {
  return error instanceof ProblemError && [403, 404].includes(error.problem.status);
}

type Seen = ReturnType<typeof useSeen<'dispatch', 'listOrderItems'>>;
type Asked = Pick<Seen, 'data' | 'error' | 'isPending' | 'isFetching' | 'isFetched'> & { refetch: () => unknown };

/** What waits for the unit, and what it has acknowledged and has to reply to: to whoever is on the spot both are to be done. */
function together(waiting: Seen, inHand: Seen): Asked {
  const both = [waiting, inHand];
  const [first, second] = [waiting.data, inHand.data];
  const items = new Map([...(first?.answer.items ?? []), ...(second?.answer.items ?? []).filter(isToReply)].map((item) => [item.id, item]));
  return {
    data: first &&
      second && {
        answer: { ...first.answer, items: [...items.values()].sort((one, other) => (one.dueAt ?? '~').localeCompare(other.dueAt ?? '~')) },
        keptSince: first.keptSince ?? second.keptSince,
      },
    error: waiting.error ?? inHand.error,
    isPending: both.some((asked) => asked.isPending),
    isFetching: both.some((asked) => asked.isFetching),
    isFetched: both.every((asked) => asked.isFetched),
    refetch: () => Promise.all(both.map((asked) => asked.refetch())),
  };
}

function isToReply(item: Item): boolean {
  return item.allowedActions.some((action) => action === 'REPLY' || action === 'REPLY_TO_TASK');
}

function Lists({ place, todo, underWay, second, go }: { place: FormPlace; todo: Asked; underWay: Asked; second: boolean; go: (address: Record<string, string>) => void }) {
  const say = useWords(words);
  const phone = useWords(phoneWords);
  const asked = second ? underWay : todo;
  return (
    <Phone
      {...place}
      onBack={undefined}
      title={say('title')}
      bar={
        <>
          <Button type={second ? 'default' : 'primary'} aria-pressed={!second} onClick={() => go({})}>
            {say('todo')} {todo.data?.answer.items.length}
          </Button>
          <Button type={second ? 'primary' : 'default'} aria-pressed={second} onClick={() => go({ list: 'under-way' })}>
            {say('underWay')} {underWay.data?.answer.items.length}
          </Button>
          <Button onClick={() => void asked.refetch()} loading={asked.isFetching}>
            {phone('refresh')}
          </Button>
        </>
      }
    >
      <Loaded asked={asked}>
        {({ answer, keptSince }) => (
          <>
            {keptSince && <p>{phone('keptSince', { at: moment(keptSince) })}</p>}
            <ItemCards
              items={answer.items}
              drafts={place.drafts}
              owner={place.owner}
              filtered={!second}
              empty={say(second ? 'nothingUnderWay' : 'nothingTodo')}
              open={(item, act) => go(act ? { item: item.id, do: act } : { item: item.id })}
            />
          </>
        )}
      </Loaded>
    </Phone>
  );
}
