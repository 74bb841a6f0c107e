import type { Service } from './client';

/** Where the console finds what, as the installation says at `/console/config.json`. */
export interface ConsoleConfig {
  services: Record<Service, string>;
  login: { kind: 'OIDC'; authority: string; clientId: string } | { kind: 'LOCAL'; address: string };
  /** Tiles in the common numbering, if any; those of Chinese makers are mostly in GCJ-02. */
  map: { tiles: string | null; attribution: string | null; crs: 'WGS84' | 'GCJ02' };
}

let loaded: ConsoleConfig | undefined;

/** To be awaited before anything else. */
export async function loadConfig(): Promise<ConsoleConfig> {
  const response = await fetch('/console/config.json');
  if (!response.ok) {
    throw new Error(`config.json: ${response.status}`);
  }
  loaded = (await response.json()) as ConsoleConfig;
  return loaded;
}

export function config(): ConsoleConfig {
  if (!loaded) {
    throw new Error('The configuration is not loaded yet.');
  }
  return loaded;
}

/** Origin of a service; our own for the one that serves these pages. */
export function addressOf(service: Service): string {
  return config().services[service] || window.location.origin;
}
