import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { Subject } from 'rxjs';
import { Here, type HereEvent } from './here';
import { apiPath } from './practice-place';

/** Something that happened at the desk. `subject` is the request it happened to. */
export interface DeskEvent { id: string; type: string; subject: string; body: Record<string, unknown> }
export type LiveState = 'off' | 'live' | 'reconnecting';

const LATER = 3_000;

/** The stream of what happens. After a gap it emits `gap`, so that readers load again instead of trusting what they have. */
@Injectable({ providedIn: 'root' })
export class Live {
  readonly state = signal<LiveState>('off');
  /** When the screen last knew that it was up to date. */
  readonly asOf = signal(new Date());
  readonly events = new Subject<DeskEvent>();
  readonly gap = new Subject<void>();
  private readonly here = inject(Here);
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dropped = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
    addEventListener('online', () => this.again());
    setInterval(() => { if (this.state() === 'live') this.asOf.set(new Date()); }, 30_000);
  }

  start(): void {
    if (this.source || typeof EventSource === 'undefined') return;
    const source = (this.source = new EventSource(apiPath('/api/events')));
    source.onopen = () => this.opened();
    source.onmessage = (message: MessageEvent<string>) => this.take(message.data);
    source.onerror = () => this.lost();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
    this.dropped = false;
    this.state.set('off');
  }

  /** The device has a connection again: not after the browser's own pause, but now. */
  private again(): void {
    if (this.state() !== 'reconnecting') return;
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
    this.start();
  }

  private opened(): void {
    this.state.set('live');
    this.asOf.set(new Date());
    if (this.dropped) this.gap.next();
    this.dropped = false;
  }

  private take(data: string): void {
    this.asOf.set(new Date());
    const event = JSON.parse(data) as DeskEvent | HereEvent;
    if (!('subject' in event)) this.here.take(event);
    else if (event.type) this.events.next(event);
  }

  /** The browser tries again by itself unless the server refused; then we do, a little later. */
  private lost(): void {
    this.dropped = true;
    this.here.forget();
    this.state.set('reconnecting');
    if (this.source?.readyState !== EventSource.CLOSED) return;
    this.source = undefined;
    this.timer = setTimeout(() => this.start(), LATER);
  }
}
