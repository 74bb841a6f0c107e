import { Field } from '../Field';
import { useSay } from '../language';
import type { Form } from './draft';
import type { Faults } from './faults';

interface ReporterFieldsProps {
  form: Form;
  faults: Faults;
  change: (changes: Partial<Form>) => void;
}

/** Who reports it, if that is to be known at all. */
export function ReporterFields({ form, faults, change }: ReporterFieldsProps) {
  const say = useSay();
  return (
    <fieldset>
      <legend>{say('reporterLabel')}</legend>
      <Choice name="reporter" label={say('anonymous')} hint={say('anonymousHint')} checked={form.anonymous} choose={() => change({ anonymous: true })} />
      <Choice name="reporter" label={say('named')} hint={say('namedHint')} checked={!form.anonymous} choose={() => change({ anonymous: false })} />
      {!form.anonymous && (
        <>
          <Field id="name" label={say('nameLabel')} error={faults.name}>
            {(described) => (
              <input {...described} value={form.name} autoComplete="name" onChange={({ target }) => change({ name: target.value })} />
            )}
          </Field>
          <Field id="phone" label={say('phoneLabel')} error={faults.phone}>
            {(described) => (
              <input
                {...described}
                type="tel"
                value={form.phone}
                autoComplete="tel-national"
                onChange={({ target }) => change({ phone: target.value })}
              />
            )}
          </Field>
          <Tick label={say('confidential')} checked={form.confidential} tick={(confidential) => change({ confidential })} />
          <Tick label={say('wantsCallback')} checked={form.wantsCallback} tick={(wantsCallback) => change({ wantsCallback })} />
        </>
      )}
      <details>
        <summary>{say('privacyTitle')}</summary>
        <p>{say('privacyPhone')}</p>
        <p>{say('privacyText')}</p>
        <p>{say('privacyErase')}</p>
      </details>
    </fieldset>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  hint?: string;
  checked: boolean;
  choose: () => void;
}

/** One of several, of which exactly one can be chosen. */
export function Choice({ name, label, hint, checked, choose }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={name} checked={checked} onChange={choose} />
      <span>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  );
}

interface TickProps {
  label: string;
  hint?: string;
  checked: boolean;
  tick: (checked: boolean) => void;
}

export function Tick({ label, hint, checked, tick }: TickProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={({ target }) => tick(target.checked)} />
      <span>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  );
}
