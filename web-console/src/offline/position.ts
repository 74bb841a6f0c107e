import { useCallback, useEffect, useState } from 'react';

export interface Position {
  longitude: number;
  latitude: number;
  accuracy: number;
}

const PATIENCE = 10_000;
const STILL_GOOD = 30_000;

/** Where the phone is, in WGS-84; `undefined` where it may not or cannot say. */
export function locate(): Promise<Position | undefined> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      resolve(undefined);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ longitude: rounded(coords.longitude), latitude: rounded(coords.latitude), accuracy: Math.round(coords.accuracy) }),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: STILL_GOOD },
    );
  });
}

/** Six decimals are a tenth of a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

export function usePosition() {
  const [position, setPosition] = useState<Position>();
  const [asked, setAsked] = useState(false);
  const ask = useCallback(async () => {
    const found = await locate();
    setPosition(found);
    setAsked(true);
    return found;
  }, []);
  useEffect(() => {
    void locate().then((found) => {
      setPosition(found);
      setAsked(true);
    });
  }, []);
  return { position, asked, ask };
}

const EARTH = 6_371_000;

/** Metres between two points on a sphere. */
export function distance(a: { longitude: number; latitude: number }, b: { longitude: number; latitude: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const part = Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return Math.round(2 * EARTH * Math.asin(Math.sqrt(part)));
}
