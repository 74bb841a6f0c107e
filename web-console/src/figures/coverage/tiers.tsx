import type { Answer } from '../../api/client';
import { FigureLink } from '../../parts/show';
import { code } from '../../words';

export type Coverage = Answer<'inspection', 'getCoverage'>;
export type SubdistrictCoverage = Coverage['subdistricts'][number];
export type Tier = keyof SubdistrictCoverage['visits'];
export const TIERS: Tier[] = ['FRONTLINE', 'LINE', 'AREA'];

/** Visits of a sub-district, tier by tier. */
export function tierColumns(row: { visits: SubdistrictCoverage['visits'] }) {
  return (
    <>
      {TIERS.map((tier, index) => (
        <span key={tier} style={{ whiteSpace: 'nowrap' }}>
          {index > 0 && '、'}
          {code('InspectionTier', tier)} <FigureLink figure={row.visits[tier]} />
        </span>
      ))}
    </>
  );
}

/** Visits of one tier, or of all. */
export function visitsOf(row: SubdistrictCoverage, tier: Tier | undefined): number {
  return (tier ? [tier] : TIERS).reduce((sum, one) => sum + (row.visits[one].value ?? 0), 0);
}

/** Address of these visits. */
export function visitList(row: SubdistrictCoverage, tier: Tier | undefined): string {
  const list = row.visits[tier ?? 'LINE'].list;
  return tier ? list : list.replace(/&tier=[A-Z]+/, '');
}
