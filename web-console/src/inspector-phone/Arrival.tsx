import { AimOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { locate } from '../offline/position';
import { words as phoneWords } from '../offline/words';
import { moment } from '../parts/moments';
import { useWords } from '../words';
import { placed } from './tasks';
import { words } from './words';

interface Told {
  arrivedAt?: string | null;
  longitude?: number | null;
  latitude?: number | null;
  crs?: 'WGS84' | 'GCJ02' | 'BD09' | null;
}

/** One is there: the moment by the clock of the phone, and where it is if it may say. */
export function Arrival({ told, set }: { told: Told; set: (told: { arrivedAt: string } & ReturnType<typeof placed>) => void }) {
  const say = useWords(words);
  const phone = useWords(phoneWords);
  const [busy, setBusy] = useState(false);
  const arrive = async () => {
    const arrivedAt = new Date().toISOString();
    setBusy(true);
    set({ arrivedAt, ...placed(await locate()) });
    setBusy(false);
  };
  const known = typeof told.longitude === 'number';
  return (
    <div className="phone-field">
      {told.arrivedAt && (
        <p style={{ margin: '0 0 8px' }} role="status">
          <strong>{say('arrived', { at: moment(told.arrivedAt) })}</strong>
          <br />
          {known ? `${phone('position')} ${told.longitude}, ${told.latitude}` : phone('noPosition')}
        </p>
      )}
      <Button block type={told.arrivedAt ? 'default' : 'primary'} icon={<AimOutlined />} loading={busy} onClick={() => void arrive()}>
        {say(told.arrivedAt ? 'arriveAgain' : 'arrive')}
      </Button>
    </div>
  );
}
