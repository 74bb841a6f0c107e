import type { FieldChange } from '../parts/form';
import { NamedSelect } from '../parts/names';

/** Of whom an inspector is: a unit, or the special team, which is in no register of units. */
export const INSPECTORS: FieldChange = { changes: { unitCode: { control: <NamedSelect kind="unit" also={['SPECIAL_TEAM']} /> } } };
