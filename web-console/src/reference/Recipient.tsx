import { Named } from '../parts/names';
import { code } from '../words';

/** Who is told: a role, and the unit, line or sub-district whose; or where a webhook is. */
export function Recipient({ of }: { of: string }) {
  const [role, whose] = /^[A-Z_]+(:[A-Z0-9_]+)?$/.test(of) ? of.split(':') : [];
  if (!role) {
    return <span style={{ overflowWrap: 'anywhere' }}>{of}</span>;
  }
  return (
    <>
      {code('Role', role)} {whose && <Named kind={role === 'LINE_LEADER' ? 'workLine' : role === 'SUBDISTRICT' ? 'subdistrict' : 'unit'} code={whose} />}
    </>
  );
}
