import { lazy, Suspense, useState } from 'react';
import type { Choices } from '../choices';
import { Fault, Field } from '../Field';
import { useSay } from '../language';
import type { Form } from './draft';
import type { Faults } from './faults';
import { subdistrictAt } from './places';

const PlaceMap = lazy(() => import('./PlaceMap'));
const LOCATING = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 };

interface PlaceFieldsProps {
  form: Form;
  choices: Choices;
  faults: Faults;
  change: (changes: Partial<Form>) => void;
}

/** Where it is: by a point, in words, or by its sub-district; each can be left out, and no map is needed. */
export function PlaceFields({ form, choices: { areas, map, subdistricts }, faults, change }: PlaceFieldsProps) {
  const say = useSay();
  const [located, setLocated] = useState<'locating' | 'locateDenied' | 'locateFailed'>();
  const drawable = areas && (areas.features.length > 0 || (map.tiles && areas.bbox));
  const byPoint = form.point && areas ? subdistrictAt(form.point, areas) : undefined;
  const nameOf = (code?: string) => subdistricts.find((one) => one.code === code)?.name;
  const outside = form.point && areas && areas.features.length > 0 && areas.features.length === subdistricts.length && !byPoint;

  const locate = () => {
    setLocated('locating');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocated(undefined);
        change({ point: { longitude: coords.longitude, latitude: coords.latitude, crs: 'WGS84' } });
      },
      (error) => setLocated(error.code === error.PERMISSION_DENIED ? 'locateDenied' : 'locateFailed'),
      LOCATING,
    );
  };

  return (
    <fieldset id="place" className={faults.place ? 'wrong' : undefined} tabIndex={-1}>
      <legend>{say('placeLabel')}</legend>
      {drawable && (
        <>
          <p className="hint" id="place-hint">
            {say('mapHint')}
          </p>
          <Suspense fallback={<div className="map" />}>
            <PlaceMap areas={areas} tiles={map} crs={map.crs} point={form.point} onPoint={(point) => change({ point })} />
          </Suspense>
        </>
      )}
      <div className="row">
        {'geolocation' in navigator && (
          <button type="button" onClick={locate} disabled={located === 'locating'}>
            {say(located === 'locating' ? 'locating' : 'whereIAm')}
          </button>
        )}
        {form.point && (
          <button type="button" onClick={() => change({ point: null })}>
            {say('pointClear')}
          </button>
        )}
      </div>
      <p role="status" className="hint">
        {form.point && `${say('pointSet')} ${byPoint ? (nameOf(byPoint) ?? '') : ''}`}
      </p>
      {located && located !== 'locating' && <Fault id="place-located">{say(located)}</Fault>}
      {faults.place ? <Fault id="place-error">{faults.place}</Fault> : outside && <Fault id="place-outside">{say('pointOutside')}</Fault>}

      <Field id="address" label={say('addressLabel')} hint={say('addressHint')} error={faults.address}>
        {(described) => (
          <input {...described} value={form.address} autoComplete="off" onChange={({ target }) => change({ address: target.value })} />
        )}
      </Field>
      {subdistricts.length > 0 && (
        <Field id="subdistrict" label={say('subdistrictLabel')} hint={drawable ? say('subdistrictHint') : undefined} error={faults.subdistrict}>
          {(described) => (
            <select {...described} value={form.subdistrictCode} onChange={({ target }) => change({ subdistrictCode: target.value })}>
              <option value="">{byPoint ? say('subdistrictByPoint', { name: nameOf(byPoint) ?? '' }) : say('subdistrictNone')}</option>
              {subdistricts.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </fieldset>
  );
}
