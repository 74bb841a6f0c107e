import { useNames } from '../parts/names';
import { code, useWords } from '../words';
import type { Similar } from './SideBySide';
import { words } from './words';

export { code };

/** A reason for or against two things being the same, in words. */
export function useNamesOfReasons(): (reason: Similar['reasons'][number]) => string {
  const say = useWords(words);
  const category = useNames('category');
  return ({ kind, value }) => {
    const name = code('Kind1', kind);
    if (!value) {
      return name;
    }
    switch (kind) {
      case 'CATEGORY':
        return `${name}：${category(value)}`;
      case 'TIME':
        return `${name}：${/^\d+$/.test(value) ? say('daysBetween', { days: value }) : value}`;
      case 'PLACE':
        return `${name}：${/^[\d.]+ m$/.test(value) ? say('metres', { metres: Math.round(parseFloat(value)) }) : value}`;
      case 'PHOTO':
        return name;
      default:
        return `${name}：${value}`;
    }
  };
}
