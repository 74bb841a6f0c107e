import type { ComponentType } from 'react';
import type { Role } from '../session/person';

/** Headings of the menu, in their order. */
export const GROUPS = ['work', 'intake', 'supervision', 'inspection', 'figures', 'reference'] as const;

/** A page of the console; each folder of pages lists its own in `pages.ts`. */
export interface Page {
  /** Below `/console`, such as `/order-items/:id`: lists are named as the API names them. */
  path: string;
  load: () => Promise<{ default: ComponentType }>;
  /** Who may see it; everybody who is logged in where nothing is said. The services decide again. */
  roles?: readonly Role[];
  /** In the menu, where it has a place there. */
  menu?: { group: (typeof GROUPS)[number]; zh: string; en: string };
  /** Path of the page whose entry of the menu this one belongs to, where its own path does not say it. */
  under?: string;
  /** Without header and menu: the wall screen, the pages of phones. */
  bare?: boolean;
}
