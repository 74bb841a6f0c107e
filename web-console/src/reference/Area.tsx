import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { may, usePerson } from '../session/person';
import { language } from '../words';
import { pages } from './pages';

/** What belongs together, as tabs: each has an address of its own. */
export function Area({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const person = usePerson().data;
  const here = pages.find((page) => page.path === pathname);
  const tabs = pages.filter((page) => page.tab && page.area === here?.area && may(person, page.roles));
  return (
    <>
      {tabs.length > 1 && (
        <Tabs
          size="small"
          activeKey={pathname}
          items={tabs.map((page) => ({ key: page.path, label: <Link to={page.path}>{page.tab?.[language()]}</Link> }))}
        />
      )}
      {children}
    </>
  );
}
