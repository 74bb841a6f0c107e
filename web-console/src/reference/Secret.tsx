import { Alert, Modal, Typography } from 'antd';
import { useFrameWords, useWords } from '../words';
import { words } from './words';

/** A secret as it is told once: to be copied now, or to be made anew. */
export function Secret({ title, secret, onClose }: { title: string; secret: string; onClose: () => void }) {
  const say = useWords(words);
  const frame = useFrameWords();
  return (
    <Modal open title={title} okText={say('noted')} cancelButtonProps={{ style: { display: 'none' } }} closable={false} mask={{ closable: false }} keyboard={false} onOk={onClose}>
      <Alert type="warning" showIcon title={say('secretOnce')} style={{ marginBottom: 12 }} />
      <Typography.Paragraph code copyable={{ text: secret, tooltips: [say('copySecret'), frame('copied')] }} style={{ overflowWrap: 'anywhere' }}>
        {secret}
      </Typography.Paragraph>
    </Modal>
  );
}
