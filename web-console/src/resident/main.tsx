import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page } from './Page';
import { Speaking } from './language';
import './resident.css';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Speaking>
      <Page />
    </Speaking>
  </StrictMode>,
);
