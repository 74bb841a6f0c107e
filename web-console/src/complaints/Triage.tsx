import { App, Button, Empty, Flex, Segmented, Select, Tag, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Row } from '../api/client';
import { ProblemError } from '../api/problem';
import { useAct, useAnswer, useSeen } from '../api/use';
import { ActButton } from '../parts/acts';
import { moment } from '../parts/moments';
import { NamedSelect, useNames } from '../parts/names';
import { CodeTag } from '../parts/show';
import { Beside, Failure, Loaded } from '../parts/states';
import { may, usePerson } from '../session/person';
import { code, useFrameWords, useWords } from '../words';
import { useComplaintForms, type Complaint } from './acts';
import { Likeness, SideBySide, Where } from './SideBySide';
import { Key, SuggestionPanel } from './SuggestionPanel';
import { words } from './words';

type Line = Row<'intake', 'listComplaints'>;
const MOST = 200;

/** What waits, one at a time beside the list, decided by keys. */
export default function Triage() {
  const say = useWords(words);
  const [address, setAddress] = useSearchParams();
  const merged = address.get('show') === 'merged';
  const reason = address.get('waitingFor') ?? undefined;
  // The oldest first: nobody is to wait because somebody else came later.
  const list = useAnswer('intake', 'listComplaints', {
    query: { status: [merged ? 'MERGED' : 'RECEIVED'], sort: merged ? '-receivedAt' : 'receivedAt', limit: MOST, count: 'exact' },
  });
  const all = list.data?.items ?? [];
  const lines = all.filter((line) => !reason || line.waitingFor === reason);
  const asked = address.get('id');
  const [place, setPlace] = useState(0);
  const found = lines.findIndex((line) => line.id === asked);
  // What was just decided leaves the list: the next one has moved to its place.
  const at = found >= 0 ? found : Math.min(place, Math.max(lines.length - 1, 0));
  const chosen = lines[at];

  const go = (to: number) => {
    const line = lines[Math.min(Math.max(to, 0), lines.length - 1)];
    if (line) {
      setPlace(lines.indexOf(line));
      change({ id: line.id });
    }
  };
  const change = (values: Record<string, string | undefined>) => {
    const next = new URLSearchParams(address);
    for (const [name, value] of Object.entries(values)) {
      if (value) {
        next.set(name, value);
      } else {
        next.delete(name);
      }
    }
    setAddress(next, { replace: true });
  };
  useKeys({ j: () => go(at + 1), k: () => go(at - 1) });

  const reasons = [...new Set(all.map((line) => line.waitingFor).filter((one) => one !== null && one !== undefined))];
  return (
    <section aria-label={say('triage')}>
      <Flex wrap gap={12} align="center" style={{ marginBottom: 12 }}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {say('triage')}
        </Typography.Title>
        <Segmented
          value={merged ? 'merged' : 'waiting'}
          options={[
            { value: 'waiting', label: say('waiting') },
            { value: 'merged', label: say('merged') },
          ]}
          onChange={(show) => change({ show: show === 'merged' ? 'merged' : undefined, id: undefined, waitingFor: undefined })}
        />
        {!merged && (
          <Segmented
            value={reason ?? ''}
            options={[
              { value: '', label: `${say('allReasons')} ${list.data?.total ?? all.length}` },
              ...reasons.map((one) => ({ value: one as string, label: `${code('WaitingFor', one)} ${all.filter((line) => line.waitingFor === one).length}` })),
            ]}
            onChange={(one) => change({ waitingFor: one || undefined, id: undefined })}
          />
        )}
        {lines.length > 0 && <span>{say('position', { number: at + 1, total: lines.length })}</span>}
        <span style={{ flex: 1 }} />
        <Button onClick={() => go(at - 1)} disabled={at <= 0}>
          {say('previousOne')}
          <Key name="K" />
        </Button>
        <Button onClick={() => go(at + 1)} disabled={at >= lines.length - 1}>
          {say('nextOne')}
          <Key name="J" />
        </Button>
      </Flex>
      <Loaded asked={list}>
        {() =>
          chosen ? (
            <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 230px), 1fr))', gap: 16, alignItems: 'start' }}>
              <Queue lines={lines} at={at} go={go} />
              <div style={{ gridColumn: 'span 3', minWidth: 0 }}>{merged ? <Joined key={chosen.id} id={chosen.id} /> : <Waiting key={chosen.id} id={chosen.id} />}</div>
            </div>
          ) : (
            <Empty description={say(merged ? 'nothingMerged' : 'nothingWaits')} />
          )
        }
      </Loaded>
    </section>
  );
}

function Queue({ lines, at, go }: { lines: Line[]; at: number; go: (to: number) => void }) {
  const say = useWords(words);
  return (
    <nav aria-label={say('waiting')} style={{ maxHeight: 'calc(100vh - 190px)', overflow: 'auto', border: '1px solid #f0f0f0', borderRadius: 8 }} title={say('oldestFirst')}>
      {lines.map((line, index) => (
        <button
          key={line.id}
          type="button"
          aria-current={index === at}
          onClick={() => go(index)}
          style={{
            display: 'block',
            width: '100%',
            textAlign: 'start',
            border: 0,
            borderBottom: '1px solid #f0f0f0',
            borderInlineStart: `4px solid ${index === at ? '#1677ff' : 'transparent'}`,
            background: index === at ? '#e6f4ff' : '#fff',
            padding: '8px 10px',
            cursor: 'pointer',
            font: 'inherit',
          }}
        >
          <span style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
            <span>{line.serial}</span>
            {line.waitingFor && <Tag style={{ margin: 0 }}>{code('WaitingFor', line.waitingFor)}</Tag>}
          </span>
          <span style={{ display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: '#434343' }}>{line.subject ?? line.text}</span>
          <span style={{ color: '#595959', fontSize: 12 }}>{moment(line.receivedAt)}</span>
        </button>
      ))}
    </nav>
  );
}

function Waiting({ id }: { id: string }) {
  const complaint = useSeen('intake', 'getComplaint', { path: { id } });
  return <Loaded asked={complaint}>{({ value, tag }) => (value.id === id ? <Deciding complaint={value} version={tag} /> : null)}</Loaded>;
}

function Deciding({ complaint, version }: { complaint: Complaint; version?: string }) {
  const say = useWords(words);
  const frame = useFrameWords();
  const { message } = App.useApp();
  const person = usePerson();
  const team = may(person.data, ['SPECIAL_TEAM']);
  const nameOf = useNames('category');
  const suggestion = useAnswer('intake', 'suggestForComplaint', { path: { id: complaint.id } });
  const similar = useAnswer('intake', 'listSimilarProblems', { path: { id: complaint.id } }, { enabled: team });
  const filing = useAct('intake', 'fileComplaint');
  const merging = useAct('intake', 'mergeComplaint');
  const forms = useComplaintForms(complaint, version);
  const guesses = suggestion.data?.categories ?? [];
  const [picked, setPicked] = useState<string>();
  const category = picked ?? (complaint.waitingFor === 'CATEGORY' ? undefined : complaint.categoryCode) ?? guesses[0]?.code ?? complaint.categoryCode ?? undefined;
  const items = similar.data?.items ?? [];
  const [beside, setBeside] = useState(() => 0);
  const likely = items[beside % Math.max(items.length, 1)];
  const besideId = likely?.problemId ?? complaint.likelyProblemId ?? undefined;
  const can = (action: string) => complaint.allowedActions.includes(action);
  const busy = filing.isPending || merging.isPending;
  const [failure, setFailure] = useState<Error>();

  const act = (doing: Promise<unknown>, done: string) =>
    void doing.then(
      () => message.success(done),
      (error: Error) => setFailure(error),
    );
  const file = () => {
    if (can('FILE') && category && !busy) {
      act(filing.mutateAsync({ path: { id: complaint.id }, version, body: { categoryCode: category } }), say('filed', { serial: complaint.serial }));
    }
  };
  const merge = () => {
    if (can('MERGE') && besideId && !busy) {
      act(
        merging.mutateAsync({ path: { id: complaint.id }, version, body: { problemId: besideId } }),
        say('mergedInto', { serial: complaint.serial, problem: likely?.serial ?? say('problem') }),
      );
    }
  };
  useKeys({
    f: file,
    m: merge,
    s: () => setBeside(beside + 1),
    ...Object.fromEntries(guesses.map((guess, index) => [String(index + 1), () => setPicked(guess.code)])),
  });

  return (
    <article style={{ display: 'grid', gap: 14 }}>
      <Flex wrap gap={8} align="center">
        <strong style={{ fontSize: 17 }}>{complaint.subject ?? complaint.serial}</strong>
        {complaint.waitingFor && <CodeTag name="WaitingFor" value={complaint.waitingFor} />}
        {complaint.placeDoubt && <CodeTag name="PlaceDoubt" value={complaint.placeDoubt} />}
        <Link to={`/complaints/${complaint.id}`}>{say('details')}</Link>
      </Flex>
      {failure && (
        <div>
          {failure instanceof ProblemError && failure.isCrossed && <p role="alert">{frame('crossed')}</p>}
          <Failure error={failure} />
        </div>
      )}
      {!besideId && (
        <div>
          <p style={{ fontSize: 18, lineHeight: 1.6, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 }}>{complaint.text}</p>
          <Where place={complaint.location} />
        </div>
      )}
      <Flex wrap gap={8} align="center">
        {can('FILE') && (
          <Button type="primary" size="large" onClick={file} disabled={!category} loading={filing.isPending}>
            {say('fileAs', { category: category ? nameOf(category) : say('chooseCategory') })}
            <Key name="F" />
          </Button>
        )}
        {can('MERGE') && besideId && (
          <Button size="large" onClick={merge} loading={merging.isPending} type={complaint.waitingFor === 'DUPLICATE' ? 'primary' : 'default'}>
            {say('mergeInto', { serial: likely?.serial ?? '' })}
            <Key name="M" />
          </Button>
        )}
        {items.length > 1 && (
          <Button size="large" onClick={() => setBeside(beside + 1)}>
            {say('nextSimilar')} {(beside % items.length) + 1}/{items.length}
            <Key name="S" />
          </Button>
        )}
        {can('FILE') && (
          <span style={{ minWidth: 200 }}>
            <NamedSelect kind="category" aria-label={say('chooseCategory')} value={category} onChange={(chosen) => setPicked(chosen as string | undefined)} />
          </span>
        )}
        {['CORRECT', 'HAND_OVER', 'REJECT', 'WITHDRAW'].filter(can).map((action) => (
          <span key={action}>{forms[action]?.(code('ComplaintAction', action), false)}</span>
        ))}
      </Flex>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))', gap: 16, alignItems: 'start' }}>
        {besideId && (
          <div style={{ gridColumn: 'span 2', minWidth: 0 }}>
            <SideBySide complaint={complaint} problemId={besideId} similar={likely} />
          </div>
        )}
        <div>{suggestion.data ? <SuggestionPanel suggestion={suggestion.data} category={category} onCategory={can('FILE') ? setPicked : undefined} keyOf={(index) => String(index + 1)} /> : <Beside asked={suggestion} />}</div>
      </div>
      <Beside asked={similar} />
      {items.length > 1 && (
        <Select
          aria-label={say('similar')}
          value={likely?.problemId}
          onChange={(problemId) => setBeside(items.findIndex((one) => one.problemId === problemId))}
          options={items.map((one) => ({ value: one.problemId, label: `${one.serial} ${one.title}` }))}
          optionRender={(option) => (
            <div>
              {option.label} <Likeness similar={items[option.key ? items.findIndex((one) => one.problemId === option.value) : 0]} />
            </div>
          )}
        />
      )}
    </article>
  );
}

/** One that was merged, beside what it was merged into, to be split off again. */
function Joined({ id }: { id: string }) {
  const say = useWords(words);
  const complaint = useSeen('intake', 'getComplaint', { path: { id } });
  return (
    <Loaded asked={complaint}>
      {({ value, tag }) =>
        value.problemId ? (
          <SideBySide complaint={value} problemId={value.problemId}>
            <Flex gap={8} wrap>
              {value.allowedActions.includes('SPLIT') && (
                <ActButton service="intake" operation="splitComplaint" path={{ id }} version={tag} title={say('split')} hint={say('splitHint')} primary />
              )}
              <Link to={`/complaints/${id}`}>
                <Button>{say('details')}</Button>
              </Link>
            </Flex>
          </SideBySide>
        ) : null
      }
    </Loaded>
  );
}

/** Single keys, as long as nobody is typing or filling in a form. */
function useKeys(acts: Record<string, () => void>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.closest('input, textarea, select, [role="combobox"], [role="dialog"], [contenteditable]') || document.querySelector('[role="dialog"]');
      const act = acts[event.key.toLowerCase()];
      if (act && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat) {
        event.preventDefault();
        act();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
