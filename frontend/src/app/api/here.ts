import { Injectable, signal } from '@angular/core';

/** A colleague who has a request open now. */
export interface Viewer { id: string; name: string; writing: boolean }
export interface HereEvent { type: 'presence.all' | 'presence.changed'; body: Record<string, readonly Viewer[]> }

/** Who looks at which request, as the stream last told. */
@Injectable({ providedIn: 'root' })
export class Here {
  readonly byRequest = signal<ReadonlyMap<string, readonly Viewer[]>>(new Map());

  take({ type, body }: HereEvent): void {
    const entries = Object.entries(body);
    if (type === 'presence.all') return this.byRequest.set(new Map(entries));
    this.byRequest.update((before) => new Map([...before, ...entries].filter(([id]) => !(id in body) || body[id]?.length)));
  }

  /** While the stream is broken nobody can be said to be there. */
  forget(): void {
    this.byRequest.set(new Map());
  }
}
