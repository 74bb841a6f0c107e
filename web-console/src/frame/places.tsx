import { Button, Result } from 'antd';
import { Link } from 'react-router';
import { useFrameWords } from '../words';

export function NoPermission() {
  const say = useFrameWords();
  return <Result status="403" title={say('noPermission')} subTitle={say('noPermissionHint')} extra={<Home />} />;
}

export function NoPage() {
  const say = useFrameWords();
  return <Result status="404" title={say('notFound')} extra={<Home />} />;
}

function Home() {
  const say = useFrameWords();
  return (
    <Link to="/">
      <Button type="primary">{say('home')}</Button>
    </Link>
  );
}
