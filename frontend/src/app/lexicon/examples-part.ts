import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Act } from '../api/act';
import { Api } from '../api/api';
import { Latest } from '../api/latest';
import type { ExamplePage, ExampleView, SearchExamples, WriteExample } from '../api/match-types';
import { Announcer } from '../ui/announcer';
import { Told } from '../ui/told';
import { LexiconStore } from './lexicon-store';
import { counted, whoseOf } from './lexicon-words';

const TIERS = [{ code: 'hard', name: 'Danger now' }, { code: 'soft', name: 'Heavy' }, { code: 'none', name: 'Ordinary' }];

/** Lines that somebody might write, from which it learns: added, switched off, taken back. */
@Component({
  selector: 'desk-examples-part',
  imports: [Told],
  templateUrl: './examples-part.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExamplesPart {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly store = inject(LexiconStore);
  private readonly latest = new Latest();
  protected readonly act = new Act();
  protected readonly page = signal<ExamplePage | null>(null);
  protected readonly problem = this.latest.problem;
  protected readonly asked = signal<SearchExamples>({});
  protected readonly about = signal<WriteExample['about']>('need');
  protected readonly needs = this.store.needs;
  protected readonly choices = computed(() => (this.about() === 'crisis' ? TIERS : [...this.needs(), { code: 'nothing', name: 'No need' }]));
  protected readonly pages = computed(() => Math.ceil((this.page()?.total ?? 0) / (this.page()?.size ?? 1)));
  protected readonly whose = whoseOf;
  protected readonly count = counted;

  constructor() {
    void this.load();
  }

  protected find(change: SearchExamples): void {
    this.asked.update((asked) => Object.fromEntries(Object.entries({ ...asked, page: 1, ...change }).filter(([, value]) => value !== '')));
    void this.load();
  }

  private load(): Promise<void> {
    return this.latest.read(() => this.api.post<ExamplePage>('/lexicon/examples/search', this.asked()), (page) => this.page.set(page));
  }

  protected asAbout(value: string): WriteExample['about'] {
    return value === 'crisis' ? 'crisis' : 'need';
  }

  protected add(input: HTMLInputElement, code: string): Promise<void> {
    const body: WriteExample = { about: this.about(), codes: [code], text: input.value };
    return this.during('The example is added; it is being learned.', async () => {
      await this.api.post('/lexicon/examples', body);
      input.value = '';
    });
  }

  protected take({ id }: ExampleView, act: 'off' | 'on' | 'delete' | 'undo'): Promise<void> {
    const words = { off: 'switched off', on: 'switched on', delete: 'deleted', undo: 'as it was before' }[act];
    return this.during(`The example is ${words}; that is being learned.`, () => this.api.post(`/lexicon/examples/${id}/${act}`));
  }

  private async during(words: string, work: () => Promise<unknown>): Promise<void> {
    if (!(await this.act.run(work))) return;
    this.announcer.say(words);
    this.store.refresh();
    await this.load();
  }
}
