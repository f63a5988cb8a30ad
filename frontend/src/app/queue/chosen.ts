import { Injectable, computed, inject, signal } from '@angular/core';
import { Announcer } from '../ui/announcer';
import { QueueStore } from './queue-store';

/** Rows that are chosen for one act on many. Only what the view shows is chosen: what left it is not acted on unseen. */
@Injectable()
export class Chosen {
  private readonly queue = inject(QueueStore);
  private readonly announcer = inject(Announcer);
  private readonly picked = signal<ReadonlySet<string>>(new Set());
  /** Where a range begins. */
  private last: string | null = null;
  readonly rows = computed(() => this.queue.shown().filter(({ id }) => this.picked().has(id)));
  readonly ids = computed(() => this.rows().map(({ id }) => id));

  has(id: string): boolean {
    return this.picked().has(id);
  }

  /** One row; with shift all from the last one to this. */
  toggle(id: string, range = false): void {
    const shown = this.queue.shown().map((row) => row.id);
    const from = range && this.last !== null ? shown.indexOf(this.last) : -1;
    const to = shown.indexOf(id);
    if (from < 0 || to < 0) this.set((all) => (all.has(id) ? [...all].filter((other) => other !== id) : [...all, id]));
    else this.set((all) => [...all, ...shown.slice(Math.min(from, to), Math.max(from, to) + 1)]);
    this.last = id;
  }

  all(): void {
    this.set(() => this.queue.shown().map(({ id }) => id));
  }

  clear(): void {
    this.last = null;
    this.set(() => []);
  }

  private set(next: (all: ReadonlySet<string>) => readonly string[]): void {
    this.picked.update((all) => new Set(next(all)));
    this.announcer.say(`${this.ids().length} chosen.`);
  }
}
