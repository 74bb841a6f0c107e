// antd's style sheet has the styles of all its components; those that no page uses are left out of ours.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const ANTD = join(import.meta.dirname, '..', 'node_modules', 'antd', 'es');
const SOURCES = join(import.meta.dirname, '..', 'src');

export function usedStyles(): Plugin {
  return {
    name: 'used-styles',
    enforce: 'pre',
    transform: (css, id) => (id.split('?')[0].endsWith('/antd/dist/antd.css') ? { code: without(unused(), css), map: null } : undefined),
  };
}

/** Components that neither a page nor a component of a page asks for, by the folders of antd, which are named as their classes. */
function unused(): string[] {
  const all = readdirSync(ANTD).filter((name) => statSync(join(ANTD, name)).isDirectory());
  const used = new Set<string>();
  const visit = (name: string) => {
    if (all.includes(name) && !used.has(name)) {
      used.add(name);
      filesOf(join(ANTD, name), '.js').forEach((file) => matches(file, /from ["'](?:\.\.\/)+([a-z-]+)/g).forEach(visit));
    }
  };
  filesOf(SOURCES, '.ts', '.tsx').forEach((file) =>
    matches(file, /import \{([^}]*)\} from 'antd'/g)
      .flatMap((names) => names.split(','))
      .forEach((name) => visit(name.trim().replace(/^type /, '').replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase())),
  );
  return all.filter((name) => !used.has(name));
}

function without(components: string[], css: string): string {
  const of = new RegExp(`\\.ant-(${components.join('|')})(?![a-z])`);
  return css.replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) =>
    // A rule with something else among its selectors stays as it is; so do keyframes and what is in media queries, inside.
    selectors.split(',').every((selector) => of.test(selector)) ? '' : rule,
  );
}

function filesOf(folder: string, ...endings: string[]): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => join(folder, name));
}

function matches(file: string, pattern: RegExp): string[] {
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => match[1]);
}
