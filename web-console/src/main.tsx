import 'antd/dist/reset.css';
import './frame/frame.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { loadConfig } from './api/config';
import { ProblemError } from './api/problem';
import { refreshAfterLogin } from './api/use';
import { Frame } from './frame/Frame';
import { Look } from './frame/Look';
import { keepLoggedIn } from './session/login';
import { followSession } from './session/session';
import { beginWords } from './words';

const ATTEMPTS = 2;
const QUICKLY = 400;
const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A "no" stays a "no"; what could not be reached is asked again.
      retry: (failures, error) => failures < ATTEMPTS && !(error instanceof ProblemError && error.problem.status > 0 && error.problem.status < 500),
      retryDelay: (failures) => QUICKLY * (failures + 1),
      placeholderData: (previous: unknown) => previous,
      staleTime: 5_000,
    },
  },
});

// Most people begin at the workbench: it comes while they are being logged in.
if (/^\/console\/(login)?$/.test(window.location.pathname)) {
  void import('./workbench/Workbench').catch(() => undefined);
}
followSession((change) => (change === 'other' ? client.clear() : void refreshAfterLogin(client)));
beginWords();
await loadConfig();
await keepLoggedIn();
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <BrowserRouter basename="/console">
        <Look>
          <Frame />
        </Look>
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
