import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

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
