import { inject, signal } from '@angular/core';
import { Announcer } from './announcer';

/** What a list to pick from is made of. */
export interface Picked<T> {
  /** Of the options' ids: this, a dash, the place. */
  prefix: string;
  shown: () => readonly T[];
  take: (each: T) => void;
  /** How many there are, to be said. */
  count: (many: number) => string;
}

/** A field with a list under it (APG: editable combobox with a list): the focus stays in the field, arrows point at an option. Made where something may be injected. */
export class PickList<T> {
  private readonly announcer = inject(Announcer);
  readonly at = signal(0);

  constructor(private readonly of: Picked<T>) {}

  /** Another word was typed. */
  begin(): void {
    this.at.set(0);
    this.announcer.say(this.of.count(this.of.shown().length));
  }

  key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = this.of.shown().length;
    if (step && count) this.move((this.at() + step + count) % count);
    else if (event.key === 'Enter') this.take(this.at());
    else return;
    event.preventDefault();
  }

  /** The list is pointed at, never entered. */
  point(event: MouseEvent): void {
    event.preventDefault();
    const option = (event.target as Element).closest('[role="option"]');
    if (option) this.take(Number(option.id.replace(`${this.of.prefix}-`, '')));
  }

  private take(at: number): void {
    const each = this.of.shown()[at];
    if (each !== undefined) this.of.take(each);
  }

  private move(to: number): void {
    this.at.set(to);
    document.getElementById(`${this.of.prefix}-${to}`)?.scrollIntoView({ block: 'nearest' });
  }
}
