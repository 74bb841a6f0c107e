import dayjs from 'dayjs';
import { Navigate } from 'react-router';
import { chosenFrom } from '../parts/moments';

/** The month before, which is the one that is talked about; its neighbours are a step away. */
export default function Latest() {
  const month = chosenFrom(dayjs().toISOString()).subtract(1, 'month').format('YYYY-MM');
  return <Navigate to={`/assessments/${month}`} replace />;
}
