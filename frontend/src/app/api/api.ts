import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, type Signal, computed, inject, linkedSignal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { problemOf, type Problem } from './problem';

/** The one way to the desk's API. Paths are relative to /api; errors are read with `problemOf`. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  get<T>(path: string): Promise<T> {
    return firstValueFrom(this.http.get<T>(`/api${path}`));
  }

  post<T>(path: string, body: unknown = {}, { version }: Read = {}): Promise<T> {
    return firstValueFrom(this.http.post<T>(`/api${path}`, body, ifMatch(version)));
  }

  /** Makes something once, however often it is sent with this key. */
  once<T>(path: string, body: unknown, key: string): Promise<T> {
    return firstValueFrom(this.http.post<T>(`/api${path}`, body, { headers: { 'idempotency-key': key } }));
  }

  /** Sends a file as it is. Only its ending is told, never its name. */
  send<T>(path: string, file: File): Promise<T> {
    const ending = /\.[a-z0-9]+$/i.exec(file.name)?.[0] ?? '';
    return firstValueFrom(this.http.post<T>(`/api${path}`, file, { headers: { 'content-type': 'application/octet-stream', 'x-file-name': `file${ending}` } }));
  }

  /** `keepalive` lets the request outlive a closing tab. */
  put<T>(path: string, body: unknown, { keepalive = false, version }: Read & { keepalive?: boolean } = {}): Promise<T> {
    return firstValueFrom(this.http.put<T>(`/api${path}`, body, { ...ifMatch(version), ...(keepalive && { keepalive }) }));
  }
}

/** The version that was read: what somebody changed since then is not overwritten, the API answers 412. */
interface Read { version?: number }
const ifMatch = (version: number | undefined): { headers?: Record<string, string> } => (version === undefined ? {} : { headers: { 'if-match': `"v${version}"` } });

/** Reads `path()` again whenever it changes; nothing while it is undefined. Call it where `inject` may be called. */
export const read = <T>(path: () => string | undefined): HttpResourceRef<T | undefined> =>
  httpResource<T>(() => {
    const at = path();
    return at === undefined ? undefined : `/api${at}`;
  });

/** Why the last reading failed, or null. */
export const failure = (reading: HttpResourceRef<unknown>): Signal<Problem | null> => computed(() => (reading.error() ? problemOf(reading.error()) : null));

/** What was read last from `path()`, also while a later reading fails: what somebody types on it stays. Gone when the server says that it is not there. */
export const kept = <T>(path: () => string | undefined, reading: HttpResourceRef<T | undefined>): Signal<T | undefined> =>
  linkedSignal<Reading<T>, T | undefined>({
    source: () => ({ at: path(), value: reading.hasValue() ? reading.value() : undefined, gone: reading.statusCode() === 404 }),
    computation: ({ at, value, gone }, before) => value ?? (before?.source.at === at && !gone ? before?.value : undefined),
  });
interface Reading<T> { at: string | undefined; value: T | undefined; gone: boolean }
