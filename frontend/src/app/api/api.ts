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

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return firstValueFrom(this.http.post<T>(`/api${path}`, body));
  }

  /** `keepalive` lets the request outlive a closing tab. */
  put<T>(path: string, body: unknown, { keepalive = false } = {}): Promise<T> {
    return firstValueFrom(this.http.put<T>(`/api${path}`, body, keepalive ? { keepalive } : {}));
  }
}

/** Reads `path()` again whenever it changes; nothing while it is undefined. Call it where `inject` may be called. */
export const read = <T>(path: () => string | undefined): HttpResourceRef<T | undefined> =>
  httpResource<T>(() => {
    const at = path();
    return at === undefined ? undefined : `/api${at}`;
  });
