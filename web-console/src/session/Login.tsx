import { Alert, Button, Card, Form, Input, Modal, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { config } from '../api/config';
import { ProblemError } from '../api/problem';
import { useFrameWords } from '../words';
import { beginBeside, beginLogin, codeIn, completeLogin, loginBeside, logOut, redeemCode, renewLogin } from './login';
import { useSession } from './session';

/** Where people come in: by their identity provider, or on a machine of their own by a link with a code that works once. */
export function Login() {
  const say = useFrameWords();
  const navigate = useNavigate();
  const { hash, pathname } = useLocation();
  const { session, end } = useSession();
  const code = hash.startsWith('#code=') ? codeIn(hash) : undefined;
  const [failed, setFailed] = useState<{ code: string; error: Error }>();
  const tried = useRef<string>(undefined);
  const failure = failed?.code === code ? failed?.error : undefined;

  useEffect(() => {
    // A second link, put into the address of the same tab, loads no new page.
    if (code && tried.current !== code) {
      tried.current = code;
      redeemCode(code).then(
        () => void navigate('/', { replace: true }),
        (error: Error) => setFailed({ code, error }),
      );
    }
  }, [code, navigate]);

  if (session && !code && pathname === '/login') {
    return <Navigate to="/" replace />;
  }
  return (
    <main style={{ maxWidth: 420, margin: '12vh auto', padding: 16 }}>
      <Card>
        <h1 style={{ fontSize: 22, marginTop: 0 }}>{say('loginTitle')}</h1>
        {end === 'expired' && <Alert type="warning" showIcon title={say('sessionExpired')} style={{ marginBottom: 16 }} />}
        {failure && <Refused error={failure} />}
        {code && !failure ? <Spin aria-label={say('loading')} /> : <Ways />}
      </Card>
    </main>
  );
}

/** The login of whom the page belongs to has expired: it stays behind this as it is, with all that was typed. */
export function LoginAgain() {
  const say = useFrameWords();
  useEffect(() => {
    void renewLogin().catch(() => undefined);
  }, []);
  return (
    <Modal
      open
      title={say('loginTitle')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      zIndex={1500}
      footer={<Button onClick={() => void logOut()}>{say('logout')}</Button>}
    >
      <Alert type="warning" showIcon title={say('sessionExpired')} description={say('sessionKept')} style={{ marginBottom: 16 }} />
      <Ways beside />
    </Modal>
  );
}

/** How one logs in here; `beside` a page that stays. */
function Ways({ beside }: { beside?: boolean }) {
  const say = useFrameWords();
  const [failure, setFailure] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const [blocked, setBlocked] = useState(false);

  const redeem = async ({ link = '' }: { link?: string }) => {
    setBusy(true);
    setFailure(undefined);
    await redeemCode(codeIn(link) ?? link)
      .catch(setFailure)
      .finally(() => setBusy(false));
  };

  if (config().login.kind === 'OIDC') {
    return (
      <>
        {blocked && <Alert type="error" showIcon title={say('tabBlocked')} style={{ marginBottom: 16 }} />}
        <Button type="primary" size="large" block onClick={() => (beside ? setBlocked(!loginBeside()) : void beginLogin())}>
          {say('loginByProvider')}
        </Button>
      </>
    );
  }
  return (
    <Form layout="vertical" onFinish={(typed: { link?: string }) => void redeem(typed)}>
      <p>{say('loginByLink')}</p>
      {failure && <Refused error={failure} />}
      <Form.Item name="link" label={say('loginLink')} rules={[{ required: true, whitespace: true, message: say('required') }]}>
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} block>
        {say('login')}
      </Button>
    </Form>
  );
}

function Refused({ error }: { error: Error }) {
  const say = useFrameWords();
  return <Alert type="error" showIcon title={say(error instanceof ProblemError ? 'unreachable' : 'loginRefused')} style={{ marginBottom: 16 }} />;
}

/** A tab that was opened only to log in, on its way to the identity provider. */
export function LoginBeside() {
  const say = useFrameWords();
  const { hash } = useLocation();
  const begun = useRef(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!begun.current) {
      begun.current = true;
      beginBeside(hash.slice(1)).catch(() => setFailed(true));
    }
  }, [hash]);
  return failed ? <Login /> : <Spin aria-label={say('loading')} style={{ display: 'block', margin: '20vh auto' }} />;
}

/** Where the identity provider sends people back to. */
export function LoginReturn() {
  const say = useFrameWords();
  const navigate = useNavigate();
  const begun = useRef(false);
  const [outcome, setOutcome] = useState<'refused' | 'handed'>();
  useEffect(() => {
    if (!begun.current) {
      begun.current = true;
      completeLogin().then(
        (back) => {
          if (back) {
            void navigate(back, { replace: true });
          } else {
            setOutcome('handed');
            window.close();
          }
        },
        () => setOutcome('refused'),
      );
    }
  }, [navigate]);
  switch (outcome) {
    case 'refused':
      return <Login />;
    case 'handed':
      return (
        <main style={{ maxWidth: 420, margin: '12vh auto', padding: 16 }}>
          <Card>
            <h1 style={{ fontSize: 22, marginTop: 0 }}>{say('loggedIn')}</h1>
            <p>{say('loggedInBeside')}</p>
          </Card>
        </main>
      );
    default:
      return <Spin aria-label={say('loading')} style={{ display: 'block', margin: '20vh auto' }} />;
  }
}
