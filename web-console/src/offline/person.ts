import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { usePerson, type Person } from '../session/person';
import { token, tokenSubject } from '../session/session';
import { forgetOthers, keptPerson } from './kept';
import { useOnline } from './network';

const EVERY = 10_000;

function useKept(): Person | undefined {
  const kept = useQuery({ queryKey: ['kept', 'person'], queryFn: async () => (await keptPerson()) ?? null, networkMode: 'always', gcTime: 0 });
  return kept.data ?? undefined;
}

/** Whom this phone was last used by, while nothing can be reached. */
export function useKeptPerson(wanted: boolean): Person | undefined {
  const kept = useKept();
  const online = useOnline();
  // A file that is never kept: whether it comes says whether there is a network.
  const reached = useQuery({
    queryKey: ['reached'],
    queryFn: () => fetch('/console/worker.js', { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false),
    enabled: wanted && kept !== undefined,
    networkMode: 'always',
    refetchInterval: EVERY,
    gcTime: 0,
  });
  return wanted && (!online || reached.data === false) ? kept : undefined;
}

/** Who works here, as the services say; until they answer as they said last of whose token it is. */
export function useKnownPerson() {
  const asked = usePerson();
  const kept = useKept();
  const subject = asked.data?.subject;
  useEffect(() => {
    if (subject) {
      void forgetOthers(subject);
    }
  }, [subject]);
  return { ...asked, data: asked.data ?? (!token() || kept?.subject === tokenSubject() ? kept : undefined) };
}
