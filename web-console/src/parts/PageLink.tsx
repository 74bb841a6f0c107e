import type { ReactNode } from 'react';
import { Link, matchPath } from 'react-router';
import { PAGES } from '../frame/pages';
import { may, usePerson } from '../session/person';

interface Props {
  to: string;
  children: ReactNode;
  /** A link that says nothing but where it leads: whoever may not go there does not see it. */
  only?: boolean;
}

/** A link for whoever may see the page that it leads to; for all others its text. */
export function PageLink({ to, children, only }: Props) {
  const person = usePerson().data;
  const path = to.replace(/[?#].*$/, '');
  const page = PAGES.find((candidate) => matchPath(candidate.path, path));
  return may(person, page?.roles) ? <Link to={to}>{children}</Link> : !only && <>{children}</>;
}
