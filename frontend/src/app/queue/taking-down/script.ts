import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../api/api';
import { problemOf, type Problem } from '../../api/problem';
import type { ScriptView } from '../../api/types';

/** The form's own words, to be read out. They are asked for once while the desk is open. */
@Injectable({ providedIn: 'root' })
export class Script {
  private readonly api = inject(Api);
  readonly all = signal<readonly ScriptView[]>([]);
  readonly problem = signal<Problem | null>(null);
  /** Language to read out in. */
  readonly language = signal('en');
  readonly said = computed(() => this.all().find(({ language }) => language === this.language()) ?? this.all()[0]);
  private readonly desk = computed(() => this.all()[0]);
  /** Whether what is read out is in another language than the desk's own. */
  readonly foreign = computed(() => this.said()?.language !== this.desk()?.language);

  async load(): Promise<void> {
    if (this.all().length) return;
    this.problem.set(null);
    try {
      this.all.set(await this.api.get<ScriptView[]>('/taking-down/script'));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** As the desk reads it. */
  line(key: string): string {
    return this.desk()?.lines[key] ?? '';
  }

  /** As the person hears it. */
  spoken(key: string): string {
    return this.said()?.lines[key] ?? '';
  }
}
