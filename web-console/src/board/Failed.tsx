import type { Asked } from '../api/use';
import { useErrorText } from '../parts/states';

/** Why a panel is empty, or no longer new: it is asked again by itself. */
export function Failed({ asked }: { asked: Pick<Asked<unknown>, 'error'>[] }) {
  const textOf = useErrorText();
  const error = asked.find((one) => one.error)?.error;
  return (
    error && (
      <p role="alert" className="board-failed">
        {textOf(error)}
      </p>
    )
  );
}
