import { MenuOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Grid, Layout, Menu, Space, Spin } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, matchPath, Navigate, Route, Routes, useLocation, useNavigate, useNavigationType } from 'react-router';
import { useLive } from '../api/live';
import { Bell, LiveSign } from '../notifications/Header';
import { useOnline } from '../offline/network';
import { useKeptPerson, useKnownPerson } from '../offline/person';
import { Failure, Loaded } from '../parts/states';
import { Login, LoginAgain, LoginBeside, LoginReturn } from '../session/Login';
import { logOut } from '../session/login';
import { may, type Person } from '../session/person';
import { useSession } from '../session/session';
import { language, speak, useFrameWords, useWords } from '../words';
import { Boundary } from './Boundary';
import { GROUPS, type Page } from './page';
import { PAGES } from './pages';
import { NoPage, NoPermission } from './places';
import { words } from './words';

const LOADED = PAGES.map((page) => ({ page, Content: lazy(page.load) }));

/** Everything around a page: login, menu, language, and what is shown when a page cannot be. */
export function Frame() {
  const { session, end, before } = useSession();
  const navigate = useNavigate();
  const shown = useRef(before);
  useEffect(() => {
    // Where the former was is nothing to the next.
    if (shown.current !== before) {
      shown.current = before;
      void navigate('/', { replace: true });
    }
  }, [before, navigate]);
  return (
    <Routes>
      <Route path="/login/callback" element={<LoginReturn />} />
      <Route path="/login/beside" element={<LoginBeside />} />
      <Route path="/login" element={<Login />} />
      <Route path="*" element={session || end === 'expired' ? <LoggedIn key={before} /> : <LoggedOut key={before} left={end === 'left'} />} />
    </Routes>
  );
}

/** The page of who is logged in; it stays as it is when the login expires. */
function LoggedIn() {
  const { session } = useSession();
  const person = useKnownPerson();
  const online = useOnline();
  if (!session && person.data === undefined) {
    return <Login />;
  }
  return (
    <>
      <Loaded asked={person}>{(known) => <Inside person={known} />}</Loaded>
      {!session && online && <LoginAgain />}
    </>
  );
}

/** Without a network nobody can log in: the pages of a phone open for whom it was last used by, who sends after the login. */
function LoggedOut({ left }: { left: boolean }) {
  const kept = useKeptPerson(!left);
  return kept ? <Inside person={kept} /> : <Login />;
}

function Inside({ person }: { person: Person }) {
  useLive(person);
  const first = PAGES.find((page) => page.menu && may(person, page.roles))?.path ?? '/none';
  return (
    <Routes>
      <Route path="/" element={<Navigate to={first} replace />} />
      {LOADED.map(({ page, Content }) => (
        <Route
          key={page.path}
          path={page.path}
          element={
            <Around page={page} person={person}>
              {may(person, page.roles) ? <Content /> : <NoPermission />}
            </Around>
          }
        />
      ))}
      <Route
        path="*"
        element={
          <Around person={person}>
            <NoPage />
          </Around>
        }
      />
    </Routes>
  );
}

function Around({ page, person, children }: { page?: Page; person: Person; children: ReactNode }) {
  const say = useFrameWords();
  const { pathname } = useLocation();
  useTitle(page, pathname);
  const content = (
    <Boundary key={pathname} shown={(error) => <Failure error={error} />}>
      <Suspense fallback={<Spin aria-label={say('loading')} style={{ display: 'block', margin: 48 }} />}>{children}</Suspense>
    </Boundary>
  );
  return page?.bare ? content : <Shell person={person}>{content}</Shell>;
}

/** What the tab is called, for who has many. */
function useTitle(page: Page | undefined, pathname: string) {
  const say = useFrameWords();
  const owner = page?.menu ? page : PAGES.find((other) => other.menu && (page?.under === other.path || pathname.startsWith(`${other.path}/`)));
  const title = [owner?.menu?.[language()], say('product')].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Another page is another place: who hears or tabs through it begins at its head. */
function useHead() {
  const content = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  const way = useNavigationType();
  const shown = useRef(pathname);
  const go = () => content.current?.closest('main')?.focus({ preventScroll: true });
  useEffect(() => {
    if (shown.current !== pathname) {
      shown.current = pathname;
      content.current?.closest('main')?.focus({ preventScroll: true });
      if (way !== 'POP') {
        window.scrollTo(0, 0);
      }
    }
  }, [pathname, way]);
  return { content, go };
}

function Shell({ person, children }: { person: Person; children: ReactNode }) {
  const say = useFrameWords();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [open, setOpen] = useState(false);
  const { content, go } = useHead();
  return (
    <Layout style={{ minHeight: '100%' }}>
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          // The address stays: it says what a list is asked for, and which page of it.
          event.preventDefault();
          go();
        }}
      >
        {say('skip')}
      </a>
      <Layout.Header style={{ position: 'sticky', top: 0, zIndex: 10, display: 'flex', alignItems: 'center', gap: wide ? 16 : 4, padding: wide ? '0 16px' : '0 4px', height: 52, lineHeight: '52px', background: '#820014' }}>
        {!wide && <Button type="text" icon={<MenuOutlined style={{ color: '#fff' }} />} aria-label={say('menu')} onClick={() => setOpen(true)} />}
        <Link to="/" className="brand">
          {wide ? say('productLong') : say('product')}
        </Link>
        <span style={{ flex: 1 }} />
        <Space size={4}>
          <LiveSign />
          <Bell person={person} />
          {wide && <span style={{ color: '#fff' }}>{person.subject}</span>}
          <Button type="text" style={{ color: '#fff' }} onClick={() => speak(language() === 'zh' ? 'en' : 'zh')}>
            {say('language')}
          </Button>
          <Button type="text" style={{ color: '#fff' }} onClick={() => void logOut()}>
            {say('logout')}
          </Button>
        </Space>
      </Layout.Header>
      <Layout>
        {wide ? (
          <Layout.Sider theme="light" width={200} style={{ position: 'sticky', top: 52, height: 'calc(100vh - 52px)', overflow: 'auto' }}>
            <MainMenu person={person} />
          </Layout.Sider>
        ) : (
          <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={260} title={say('menu')}>
            <MainMenu person={person} onChosen={() => setOpen(false)} />
          </Drawer>
        )}
        <Layout.Content id="content" tabIndex={-1} style={{ padding: wide ? 16 : 0, minWidth: 0 }}>
          {person.missingClaims.length > 0 && (
            <Alert type="warning" showIcon style={{ marginBottom: 12 }} title={say('missingClaims', { claims: person.missingClaims.join(', ') })} />
          )}
          <div className="sheet" ref={content}>
            {children}
          </div>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function MainMenu({ person, onChosen }: { person: Person; onChosen?: () => void }) {
  const say = useWords(words);
  const { pathname } = useLocation();
  const chosen = PAGES.filter((page) => page.menu && may(person, page.roles));
  const known = PAGES.find((page) => matchPath(page.path, pathname))?.under;
  const path = known ?? chosen.map((page) => page.path).filter((own) => pathname === own || pathname.startsWith(`${own}/`)).sort((a, b) => b.length - a.length)[0];
  return (
    <nav aria-label={say('work')}>
      <Menu
        mode="inline"
        selectedKeys={path ? [path] : []}
        onClick={onChosen}
        items={GROUPS.map((group) => ({
          key: group,
          type: 'group' as const,
          label: say(group),
          children: chosen.filter((page) => page.menu?.group === group).map((page) => ({ key: page.path, label: <Link to={page.path}>{page.menu?.[language()]}</Link> })),
        })).filter((group) => group.children.length > 0)}
      />
    </nav>
  );
}
