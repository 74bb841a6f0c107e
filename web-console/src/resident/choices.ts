import { useEffect, useState } from 'react';
import { loadConfig, type ConsoleConfig } from '../api/config';
import { answered, intake, type Schemas } from './intake';

/** What the form offers, as far as it could be loaded. */
export interface Choices {
  categories: Schemas['PublicChoice'][];
  subdistricts: Schemas['PublicSubdistrict'][];
  areas: Schemas['PublicAreas'] | null;
  map: ConsoleConfig['map'];
  /** Whether something is missing. */
  broken: boolean;
}

/** Nothing but the configuration is needed to send a complaint, so what else cannot be loaded is left out. */
async function load(): Promise<Choices> {
  const config = await loadConfig();
  const [categories, subdistricts, areas] = await Promise.all([
    answered(intake().GET('/api/v1/public/categories')).catch(() => null),
    answered(intake().GET('/api/v1/public/subdistricts')).catch(() => null),
    answered(intake().GET('/api/v1/public/areas')).catch(() => null),
  ]);
  return {
    categories: categories ?? [],
    subdistricts: subdistricts ?? [],
    areas,
    map: config.map,
    broken: !categories || !subdistricts || !areas,
  };
}

/** The choices, `undefined` until they are there and `null` when they cannot be had; and how to load them again. */
export function useChoices(): [Choices | null | undefined, () => void] {
  const [choices, setChoices] = useState<Choices | null>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void load()
      .catch(() => null)
      .then((loaded) => wanted && setChoices(loaded));
    return () => {
      wanted = false;
    };
  }, [attempt]);
  return [choices, () => setAttempt((before) => before + 1)];
}
