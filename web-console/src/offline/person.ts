import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ProblemError } from '../api/problem';
import { usePerson, type Person } from '../session/person';
import { forgetOthers, keptPerson } from './kept';
import { useOnline } from './network';

function useKept(): Person | undefined {
  const kept = useQuery({ queryKey: ['kept', 'person'], queryFn: async () => (await keptPerson()) ?? null, networkMode: 'always', gcTime: 0 });
  return kept.data ?? undefined;
}

/** Whom this phone was last used by, while there is no network. */
export function useKeptPerson(wanted: boolean): Person | undefined {
  const kept = useKept();
  const online = useOnline();
  return wanted && !online ? kept : undefined;
}

/** Who works here, as the services say; without a network as they said last. */
export function useKnownPerson() {
  const asked = usePerson();
  const kept = useKept();
  const online = useOnline();
  const away = !online || (asked.error instanceof ProblemError && asked.error.problem.code === 'unreachable');
  const subject = asked.data?.subject;
  useEffect(() => {
    if (subject) {
      void forgetOthers(subject);
    }
  }, [subject]);
  return { ...asked, data: asked.data ?? (away ? kept : undefined) };
}
