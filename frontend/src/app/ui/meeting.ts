import { computed, signal } from '@angular/core';
import type { BothValues } from './both-values';
import { threeWay } from './three-way';

type Whose = 'theirs' | 'yours';

/** How a form says its fields. */
export interface Words<T> {
  fields: readonly (keyof T & string)[];
  name: (field: keyof T & string) => string;
  value: (field: keyof T & string, from: T) => string;
}

/** The state of a form in which somebody else was quicker: what was taken in, what two people changed, and what was picked. */
export class Meeting<T extends object> {
  private readonly met = signal<{ mine: T; theirs: T; taken: readonly (keyof T & string)[]; both: readonly (keyof T & string)[] } | null>(null);
  readonly picks = signal<Readonly<Record<string, Whose | undefined>>>({});
  /** A save was tried before all were picked. */
  readonly asked = signal(false);
  readonly open = computed(() => this.met() !== null);
  readonly taken = computed(() => this.met()?.taken.map((field) => this.words.name(field)) ?? []);
  readonly rows = computed<readonly BothValues[]>(() => {
    const met = this.met();
    return met?.both.map((field) => ({ field, name: this.words.name(field), theirs: this.words.value(field, met.theirs), yours: this.words.value(field, met.mine) })) ?? [];
  });

  constructor(private readonly words: Words<T>) {}

  /** Answers what stands in the form from now on. */
  begin(base: T, mine: T, theirs: T): T {
    const { merged, taken, both } = threeWay<T>(this.words.fields, { base, mine, theirs });
    this.met.set({ mine, theirs, taken: taken as (keyof T & string)[], both: both as (keyof T & string)[] });
    this.picks.set({});
    this.asked.set(false);
    return merged;
  }

  /** Answers the value that was picked. */
  pick(field: string, whose: Whose): Partial<T> {
    this.picks.update((all) => ({ ...all, [field]: whose }));
    const met = this.met();
    return met ? ({ [field]: (whose === 'theirs' ? met.theirs : met.mine)[field as keyof T] } as Partial<T>) : {};
  }

  /** Whether the form may be saved; where not, the form says what is missing. */
  decided(): boolean {
    this.asked.set(true);
    return this.rows().every(({ field }) => this.picks()[field]);
  }

  end(): void {
    this.met.set(null);
  }
}
