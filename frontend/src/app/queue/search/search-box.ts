import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, computed, inject, linkedSignal, output, signal, viewChild } from '@angular/core';
import { Api } from '../../api/api';
import { Latest } from '../../api/latest';
import { Announcer } from '../../ui/announcer';
import { Keys } from '../../ui/keys';
import { Search } from './search';
import { completed, isNumber, suggested, type Suggestion } from './search-words';

/** One box: the number that somebody says on the phone opens its request, words narrow the list. There is no search by a name: names are sealed. */
@Component({
  selector: 'desk-search-box',
  template: `
    <form class="find-number" role="search" (submit)="$event.preventDefault(); enter()">
      <label class="sr" for="queue-search">Number of a request, or words to search by</label>
      <input #box id="queue-search" class="input" role="combobox" maxlength="300" autocomplete="off" spellcheck="false" autocapitalize="none" placeholder="R-4K7P-29, or need:home lang:es" aria-autocomplete="list" aria-controls="queue-search-list" [attr.aria-expanded]="shown()"
        [attr.aria-activedescendant]="current() ? 'queue-search-' + at() : null" [attr.aria-invalid]="told().length ? true : null" [attr.aria-describedby]="told().length ? 'queue-search-told' : null"
        [value]="text()" (input)="type(box.value)" (click)="open.set(true)" (keydown)="press($event)" (blur)="open.set(false)" />
      <button class="btn">Open</button>
    </form>
    <div id="queue-search-list" class="need-list" role="listbox" aria-label="Words of the search" [hidden]="!shown()" (mousedown)="point($event)">
      @for (each of list(); track each.written; let index = $index) {
        <div role="option" class="need-option" [id]="'queue-search-' + index" [attr.aria-selected]="index === at()"><b>{{ each.written }}</b>&ngsp;<span class="hint">{{ each.name }}</span></div>
      }
    </div>
    @if (told().length) {<div id="queue-search-told">@for (each of told(); track $index) {<p class="fault">{{ each }}</p>}</div>}
  `,
  host: { class: 'guide' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchBox {
  readonly found = output<string>();
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly search = inject(Search);
  private readonly latest = new Latest();
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  /** What the address says; what is typed stays until that changes. */
  protected readonly text = linkedSignal(() => this.search.q());
  protected readonly open = signal(false);
  protected readonly at = signal(-1);
  protected readonly list = computed(() => suggested(this.text(), this.search.vocabularyWords()));
  protected readonly shown = computed(() => this.open() && this.list().length > 0);
  protected readonly current = computed(() => (this.shown() ? this.list()[this.at()] : undefined));
  protected readonly told = computed(() => {
    const problem = this.latest.problem();
    if (problem) return [problem.status === 404 ? 'No request has this number.' : problem.title];
    const faults = this.search.faults().map(({ typed, detail }) => `“${typed}” is not understood. ${detail}.`);
    return faults.length ? faults : [this.search.problem()?.title ?? ''].filter(Boolean);
  });

  constructor() {
    const remove = inject(Keys).add({ key: '/', does: 'search, or find by number', also: ['filter', 'reference', 'look up'], press: () => this.box().nativeElement.select() });
    inject(DestroyRef).onDestroy(remove);
  }

  protected type(text: string): void {
    this.text.set(text);
    this.at.set(-1);
    this.open.set(true);
    this.forgive();
  }

  /** Arrows point at a word, Enter takes it, or searches where none is pointed at; Escape closes the list first and nothing else with it. */
  protected press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step) {
      event.preventDefault();
      this.move(step);
    } else if (event.key === 'Enter' && this.current()) {
      event.preventDefault();
      this.take(this.current());
    } else if (event.key === 'Escape' && this.shown()) {
      event.stopPropagation();
      this.open.set(false);
    }
  }

  protected point(event: MouseEvent): void {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest('[role=option]')?.id : undefined;
    if (event.button === 0 && option) this.take(this.list()[Number(option.replace('queue-search-', ''))]);
  }

  protected enter(): void {
    this.open.set(false);
    const text = this.text().trim();
    this.forgive();
    if (!text) void this.search.go([]);
    else if (isNumber(text)) void this.look(text);
    else void this.search.ask(text);
  }

  private async look(reference: string): Promise<void> {
    if (reference.length < 4) return;
    await this.latest.read(() => this.api.post<{ id: string }>('/queue/find', { reference: reference.slice(0, 20) }), ({ id }) => {
      this.text.set(this.search.q());
      this.found.emit(id);
    });
    if (this.latest.problem()) this.announcer.say('No request has this number.');
  }

  private move(step: number): void {
    const count = this.list().length;
    const from = this.shown() ? this.at() : -1;
    this.open.set(true);
    if (!count) return;
    this.at.set(from < 0 && step < 0 ? count - 1 : (from + step + count) % count);
    setTimeout(() => document.getElementById(`queue-search-${this.at()}`)?.scrollIntoView({ block: 'nearest' }));
  }

  private take(each: Suggestion | undefined): void {
    if (!each) return;
    this.text.set(completed(this.text(), each.written));
    this.box().nativeElement.value = this.text();
    this.at.set(-1);
    this.open.set(/[:<]$/.test(each.written));
  }

  private forgive(): void {
    this.latest.drop();
    this.latest.problem.set(null);
    this.search.forgive();
  }
}
