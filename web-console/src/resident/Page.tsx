import { useEffect, useState, type MouseEvent } from 'react';
import { useChoices } from './choices';
import { FollowView } from './follow/FollowView';
import { useLanguage } from './language';
import { SendView } from './send/SendView';

type View = 'send' | 'follow';
const ADDRESSES: Record<View, string> = { send: '/r', follow: '/r/follow' };

function viewHere(): View {
  return window.location.pathname.endsWith('/follow') ? 'follow' : 'send';
}

/** The two pages of residents. Both stay while the other is shown, so nothing that was typed or chosen is lost. */
export function Page() {
  const { language, say, change } = useLanguage();
  const [view, setView] = useState(viewHere);
  const [code, setCode] = useState<string>();
  const [choices, reload] = useChoices();

  useEffect(() => {
    const back = () => setView(viewHere());
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    document.title = say(view === 'send' ? 'title' : 'follow');
  }, [view, say]);

  const go = (to: View) => {
    if (to !== view) {
      window.history.pushState(null, '', ADDRESSES[to]);
      setView(to);
      window.scrollTo(0, 0);
    }
  };
  const link = (to: View) => ({
    href: ADDRESSES[to],
    'aria-current': to === view ? ('page' as const) : undefined,
    onClick: (event: MouseEvent) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        go(to);
      }
    },
  });

  return (
    <>
      <header>
        <nav aria-label={say('parts')}>
          <a {...link('send')}>{say('title')}</a>
          <a {...link('follow')}>{say('follow')}</a>
        </nav>
        <button type="button" className="plain" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => change(language === 'zh' ? 'en' : 'zh')}>
          {say('otherLanguage')}
        </button>
      </header>
      {(choices === null || choices?.broken) && (
        <div className="notice bad" role="alert">
          <p>{say(choices ? 'broken' : 'unreachable')}</p>
          <button type="button" onClick={reload}>
            {say('reload')}
          </button>
        </div>
      )}
      {choices && (
        <>
          <main hidden={view !== 'send'}>
            <SendView
              choices={choices}
              onFollow={(sent) => {
                setCode(sent);
                go('follow');
              }}
            />
          </main>
          <main hidden={view !== 'follow'}>
            <FollowView key={code} opened={code} choices={choices} />
          </main>
        </>
      )}
      {choices === undefined && (
        <main>
          <p role="status">{say('loading')}</p>
        </main>
      )}
    </>
  );
}
