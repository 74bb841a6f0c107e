import { useQueryClient } from '@tanstack/react-query';
import { may, usePerson } from '../session/person';

/** Whether who looks at it may change it as well. */
export function useAdmin(): boolean {
  return may(usePerson().data, ['ADMIN']);
}

/** Names that pages keep are asked for again: they may be others now. */
export function useForget(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries();
}
