import { Result } from 'antd';
import { Headed, Home } from '../parts/states';
import { useFrameWords } from '../words';

export function NoPermission() {
  const say = useFrameWords();
  return <Result status="403" title={<Headed>{say('noPermission')}</Headed>} subTitle={say('noPermissionHint')} extra={<Home />} />;
}

export function NoPage() {
  const say = useFrameWords();
  return <Result status="404" title={<Headed>{say('notFound')}</Headed>} extra={<Home />} />;
}
