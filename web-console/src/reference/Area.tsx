import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { may, usePerson } from '../session/person';
import { language } from '../words';
import { pages } from './pages';

/** What belongs together, as tabs: each has an address of its own. */
export function Area({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const person = usePerson().data;
  const here = pages.find((page) => page.path === pathname);
  const tabs = pages.filter((page) => page.tab && page.area === here?.area && may(person, page.roles));
  return (
    <>
      {tabs.length > 1 && (
        <Tabs
          size="small"
          activeKey={pathname}
          onChange={(path) => void navigate(path)}
          items={tabs.map((page) => ({ key: page.path, label: page.tab?.[language()] }))}
        />
      )}
      {children}
    </>
  );
}
