import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { ProblemError } from '../api/problem';
import { together, type Asked } from '../api/use';
import { OPEN } from '../items/item';
import type { Draft } from '../offline/drafts';
import type { FormPlace } from '../offline/form';
import { keepFor } from '../offline/kept';
import { useKnownPerson } from '../offline/person';
import { Phone } from '../offline/Phone';
import { useDrafts, useKeptReference, useSeen, useSending, type Seen } from '../offline/use';
import { words as phoneWords } from '../offline/words';
import { moment } from '../parts/moments';
import { Loaded } from '../parts/states';
import type { Person } from '../session/person';
import { useWords } from '../words';
import { Acknowledge } from './Acknowledge';
import { Extension } from './Extension';
import { ItemCards } from './ItemCards';
import { ItemDetail } from './ItemDetail';
import { byLimit, isToReply, pendingOf, unitOf, type Item } from './items';
import { Reply } from './Reply';
import { ReturnRequest } from './ReturnRequest';
import { TaskReply } from './TaskReply';
import { words } from './words';

const MINUTE = 60_000;
/** As many as the service gives at once. */
const MOST = 200;

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

  const waiting = useSeen(owner, 'todo', 'dispatch', 'listOrderItems', { query: { todo: true, sort: 'dueAt', limit: MOST } }, { every: MINUTE });
  const others = useSeen(owner, 'others', 'dispatch', 'listOrderItems', { query: { status: [...OPEN], todo: false, sort: 'dueAt', limit: MOST } }, { every: MINUTE });
  const lists = together([waiting, others], listsOf);
  const id = address.get('item');
  const listed = [...(lists.data?.todo ?? []), ...(lists.data?.underWay ?? [])].find((item) => item.id === id);
  const apart = useSeen(owner, `item ${id}`, 'dispatch', 'getOrderItem', { path: { id: id ?? '' } }, { enabled: id !== null && !listed && waiting.isFetched && others.isFetched });
  const item = listed ?? (apart.data?.answer.id === id ? apart.data?.answer : undefined);

  const place: FormPlace = {
    owner,
    drafts,
    onOpen: (draft: Draft) => go(new URLSearchParams(draft.slot)),
    onBack: () => go(id && address.get('do') ? { item: id } : {}),
    onSent: () => go({}),
  };
  const unit = unitOf(person);
  if (!id) {
    return <Lists place={place} unit={unit} asked={lists} second={address.get('list') === 'under-way'} go={go} />;
  }
  if (!item) {
    return (
      <Phone {...place} title={say('title')}>
        {isGone(apart.error) ? <Alert type="info" title={say('gone')} /> : <Loaded asked={{ ...apart, data: undefined }}>{() => null}</Loaded>}
      </Phone>
    );
  }
  const of = { item, place, unit };
  switch (address.get('do')) {
    case 'acknowledge':
      return <Acknowledge {...of} />;
    case 'reply':
      return <Reply {...of} />;
    case 'task':
      return <TaskReply {...of} />;
    case 'return':
      return <ReturnRequest {...of} />;
    case 'extension':
      return <Extension {...of} />;
    default:
      return <ItemDetail {...of} pending={pendingOf(drafts, item)} open={(act) => go({ item: id, do: act })} />;
  }
}

/** Not there, or with another unit by now. */
function isGone(error: Error | null): boolean {
  return error instanceof ProblemError && (error.isMissing || error.isForbidden);
}

interface Known {
  todo: Item[];
  underWay: Item[];
  /** Of the older of both answers. */
  keptSince?: string;
}

/** What waits for the unit, and what it has in hand and can reply to: to whoever is on the spot both are to be done. */
function listsOf(waiting: Seen<{ items: Item[] }>, others: Seen<{ items: Item[] }>): Known {
  const waits = waiting.answer.items;
  // Between the two answers an item can move from one to the other.
  const rest = others.answer.items.filter(({ id }) => !waits.some((item) => item.id === id));
  const inHand = rest.filter(({ allowedActions }) => isToReply(allowedActions));
  return {
    todo: [...waits, ...inHand].sort(byLimit),
    underWay: rest.filter((item) => !inHand.includes(item)),
    keptSince: [waiting.keptSince, others.keptSince].filter((since) => since !== undefined).sort()[0],
  };
}

interface ListsProps {
  place: FormPlace;
  unit: string | undefined;
  asked: Asked<Known>;
  second: boolean;
  go: (address: Record<string, string>) => void;
}

function Lists({ place, unit, asked, second, go }: ListsProps) {
  const say = useWords(words);
  const phone = useWords(phoneWords);
  return (
    <Phone
      {...place}
      onBack={undefined}
      title={say('title')}
      bar={
        <>
          <Button type={second ? 'default' : 'primary'} aria-pressed={!second} onClick={() => go({})}>
            {say('todo')} {asked.data?.todo.length}
          </Button>
          <Button type={second ? 'primary' : 'default'} aria-pressed={second} onClick={() => go({ list: 'under-way' })}>
            {say('underWay')} {asked.data?.underWay.length}
          </Button>
          <Button onClick={() => void asked.refetch()} loading={asked.isFetching}>
            {phone('refresh')}
          </Button>
        </>
      }
    >
      <Loaded asked={asked}>
        {({ todo, underWay, keptSince }) => (
          <>
            {keptSince && <p>{phone('keptSince', { at: moment(keptSince) })}</p>}
            <ItemCards
              items={second ? underWay : todo}
              drafts={place.drafts}
              owner={place.owner}
              unit={unit}
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
