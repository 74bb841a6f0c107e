import { DeleteOutlined } from '@ant-design/icons';
import { App, Button, InputNumber, Modal, Space, Spin } from 'antd';
import { useRef, useState, type PointerEvent } from 'react';
import { addressOf } from '../api/config';
import { useAct, useSeen } from '../api/use';
import { Failure } from '../parts/states';
import { useFrameWords, useWords } from '../words';
import { words } from './words';

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}
const LEAST = 16;
const MOST = 50;
const SIDES = ['x', 'y', 'width', 'height'] as const;

/** Faces and plates made unrecognisable: areas drawn on the photo, or given as numbers. */
export function Blurring({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useWords(words);
  const frame = useFrameWords();
  const { message } = App.useApp();
  const photo = useSeen('intake', 'getAttachment', { path: { id } });
  const act = useAct('intake', 'blurPhoto');
  const [areas, setAreas] = useState<Area[]>([]);
  const from = useRef<{ x: number; y: number } | undefined>(undefined);
  const { url, width: whole, height: high } = photo.data?.value ?? {};
  const [size, setSize] = useState({ width: whole ?? 0, height: high ?? 0 });

  const pointOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most);
    return {
      x: within(((event.clientX - box.left) / box.width) * size.width, size.width),
      y: within(((event.clientY - box.top) / box.height) * size.height, size.height),
    };
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    const start = from.current;
    from.current = undefined;
    if (!start || areas.length >= MOST) {
      return;
    }
    const to = pointOf(event);
    const drawn = grown({ x: Math.min(start.x, to.x), y: Math.min(start.y, to.y), width: Math.abs(start.x - to.x), height: Math.abs(start.y - to.y) }, size);
    setAreas([...areas, drawn]);
  };
  const send = async () => {
    await act.mutateAsync({ path: { id }, version: photo.data?.tag, body: { areas } });
    message.success(say('blurred'));
    onClose();
  };

  return (
    <Modal
      open
      width={860}
      title={say('blur')}
      okText={frame('submit')}
      cancelText={frame('cancel')}
      okButtonProps={{ disabled: areas.length === 0, loading: act.isPending }}
      onOk={() => void send().catch(() => undefined)}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>{say('blurHint')}</p>
      {(act.error ?? photo.error) && <Failure error={(act.error ?? photo.error) as Error} />}
      {url ? (
        <div
          role="presentation"
          style={{ position: 'relative', display: 'inline-block', maxWidth: '100%', touchAction: 'none', cursor: 'crosshair', lineHeight: 0 }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            from.current = pointOf(event);
          }}
          onPointerUp={end}
        >
          <img
            src={new URL(url, addressOf('intake')).toString()}
            alt={say('photo')}
            draggable={false}
            style={{ maxWidth: '100%', maxHeight: 480 }}
            onLoad={(event) => setSize({ width: whole ?? event.currentTarget.naturalWidth, height: high ?? event.currentTarget.naturalHeight })}
          />
          {size.width > 0 &&
            areas.map((area, index) => (
              <span
                key={index}
                style={{
                  position: 'absolute',
                  left: `${(area.x / size.width) * 100}%`,
                  top: `${(area.y / size.height) * 100}%`,
                  width: `${(area.width / size.width) * 100}%`,
                  height: `${(area.height / size.height) * 100}%`,
                  border: '2px solid #f5222d',
                  background: 'rgba(0, 0, 0, 0.5)',
                }}
              />
            ))}
        </div>
      ) : (
        !photo.error && <Spin />
      )}
      <div style={{ marginTop: 12, display: 'grid', gap: 8 }}>
        {areas.map((area, index) => (
          <Space key={index} wrap>
            {SIDES.map((side) => (
              <InputNumber
                key={side}
                prefix={say(side)}
                aria-label={`${say('area', { number: index + 1 })} ${say(side)}`}
                min={side === 'x' || side === 'y' ? 0 : LEAST}
                precision={0}
                value={area[side]}
                onChange={(value) => setAreas(areas.map((one, at) => (at === index ? { ...one, [side]: value ?? 0 } : one)))}
              />
            ))}
            <Button type="text" icon={<DeleteOutlined />} aria-label={frame('remove')} onClick={() => setAreas(areas.filter((_, at) => at !== index))} />
          </Space>
        ))}
        <Button disabled={areas.length >= MOST || size.width === 0} onClick={() => setAreas([...areas, grown({ x: 0, y: 0, width: 100, height: 100 }, size)])}>
          {say('addArea')}
        </Button>
      </div>
    </Modal>
  );
}

/** At least as large as the service wants it, and inside the photo. */
function grown(area: Area, size: { width: number; height: number }): Area {
  const width = Math.min(Math.max(area.width, LEAST), size.width);
  const height = Math.min(Math.max(area.height, LEAST), size.height);
  return { width, height, x: Math.min(area.x, size.width - width), y: Math.min(area.y, size.height - height) };
}
