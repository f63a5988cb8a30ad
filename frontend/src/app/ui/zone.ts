import { signal } from '@angular/core';

/** Where the screen stands. */
export const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const zone = signal<string | null>(null);

/** The desk's IANA zone; null until known: times are then the browser's. */
export const deskZone = zone.asReadonly();

/** A zone that this browser does not know is left out. */
export function setDeskZone(name: string | null): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name ?? HERE });
    zone.set(name);
  } catch {
    zone.set(null);
  }
}

/** Writes instants in the desk's zone. `named` adds the zone's short name where the browser stands in another one: 10:41 AM EST. */
export function zoned(options: Intl.DateTimeFormatOptions, { named = false, locale = 'en-US' } = {}): (at: Date) => string {
  let made: { of: string | null; format: Intl.DateTimeFormat } | undefined;
  return (at) => {
    const of = zone();
    if (made?.of !== of || !made) made = { of, format: new Intl.DateTimeFormat(locale, { ...options, timeZone: of ?? HERE, ...(named && of && of !== HERE && { timeZoneName: 'short' }) }) };
    return made.format.format(at);
  };
}
