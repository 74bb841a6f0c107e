import { Alert, Button, Card, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { config } from '../api/config';
import { useFrameWords } from '../words';
import { beginLogin, completeLogin, redeemCode } from './login';
import type { SessionEnd } from './session';

/** Where people come in: by their identity provider, or on a machine of their own by a link with a code that works once. */
export function Login({ end }: { end?: SessionEnd }) {
  const say = useFrameWords();
  const navigate = useNavigate();
  const [code] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('code'));
  const [refused, setRefused] = useState(false);
  const begun = useRef(false);
  const provider = config().login.kind === 'OIDC';

  useEffect(() => {
    if (code && !begun.current) {
      begun.current = true;
      redeemCode(code).then(
        () => void navigate('/', { replace: true }),
        () => setRefused(true),
      );
    }
  }, [code, navigate]);

  return (
    <main style={{ maxWidth: 420, margin: '12vh auto', padding: 16 }}>
      <Card>
        <h1 style={{ fontSize: 22, marginTop: 0 }}>{say('loginTitle')}</h1>
        {end === 'expired' && <Alert type="warning" showIcon title={say('sessionExpired')} style={{ marginBottom: 16 }} />}
        {refused && <Alert type="error" showIcon title={say('loginRefused')} style={{ marginBottom: 16 }} />}
        {code && !refused ? (
          <Spin aria-label={say('loading')} />
        ) : provider ? (
          <Button type="primary" size="large" block onClick={() => void beginLogin()}>
            {say('loginByProvider')}
          </Button>
        ) : (
          <p>{say('loginByLink')}</p>
        )}
      </Card>
    </main>
  );
}

/** Where the identity provider sends people back to. */
export function LoginReturn() {
  const say = useFrameWords();
  const navigate = useNavigate();
  const begun = useRef(false);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    if (!begun.current) {
      begun.current = true;
      completeLogin().then(
        (back) => void navigate(back.replace(/^\/console/, '') || '/', { replace: true }),
        () => setRefused(true),
      );
    }
  }, [navigate]);
  return refused ? <Login /> : <Spin aria-label={say('loading')} style={{ display: 'block', margin: '20vh auto' }} />;
}
