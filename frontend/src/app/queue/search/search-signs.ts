import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal } from '@angular/core';
import { Icon } from '../../ui/icon';
import { KeepView } from './keep-view';
import { Search } from './search';
import { WORD_NAMES, valueName, wordName } from './search-words';

/** The words of the search as signs: each may be taken away, and others chosen. The same thing as what is typed. */
@Component({
  selector: 'desk-search-signs',
  imports: [Icon, KeepView],
  template: `
    <div class="tokens" role="group" aria-label="Narrowed by">
      @for (each of search.words(); track each) {<span class="token">{{ name(each) }}<button type="button" [attr.aria-label]="'Take away: ' + name(each)" (click)="away(each)"><svg icon="x"></svg></button></span>}
      <button type="button" class="token token--add" [attr.aria-expanded]="adding()" (click)="adding.set(!adding())"><svg icon="filter"></svg>{{ adding() ? 'Done' : 'Narrow' }}</button>
      @if (search.words().length) {<button type="button" class="token token--add" [attr.aria-expanded]="keeping()" (click)="keep()"><svg icon="mark"></svg>Keep as a view</button>}
    </div>
    @if (adding()) {
      <form class="ask-form" aria-label="Narrow the list" (submit)="$event.preventDefault(); add(value.value, not.checked)">
        <div class="field"><label for="narrow-by">By</label><select #by id="narrow-by" class="input" (change)="of.set(by.value)">@for (each of offered(); track each.word) {<option [value]="each.word" [selected]="each.word === of()">{{ names[each.word] }}</option>}</select></div>
        <div class="field"><label for="narrow-to">To</label><select #value id="narrow-to" class="input">@for (each of values(); track each.written) {<option [value]="each.written">{{ each.name }}</option>}</select></div>
        <p class="full acts"><label class="tick"><input #not type="checkbox" /> All but these</label><button class="btn">Add</button></p>
      </form>
    }
    @if (keeping()) {<desk-keep-view (over)="kept()" />}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchSigns {
  protected readonly search = inject(Search);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly name = wordName;
  protected readonly names = WORD_NAMES;
  protected readonly adding = signal(false);
  protected readonly keeping = signal(false);
  protected readonly of = signal('need');
  protected readonly offered = computed(() => this.search.vocabularyWords().filter(({ word }) => word !== 'view'));
  protected readonly values = computed(() => {
    const one = this.offered().find(({ word }) => word === this.of());
    const signs = one?.kind === 'days' ? ['<', ':', '>'] : [':'];
    return signs.flatMap((sign) => (one?.values ?? []).map((value) => ({ written: `${this.of()}${sign}${value}`, name: one?.kind === 'days' ? wordName(`${this.of()}${sign}${value}`) : valueName(this.of(), value) })));
  });

  protected add(written: string, not: boolean): void {
    if (written) void this.search.ask([this.search.q(), `${not ? '-' : ''}${written}`].join(' ').trim());
  }

  /** The keys stay among the signs. */
  protected away(written: string): void {
    void this.search.without(written).then(() => setTimeout(() => this.host.querySelector<HTMLElement>('.token button, button.token')?.focus()));
  }

  protected keep(): void {
    this.keeping.set(!this.keeping());
    setTimeout(() => this.host.querySelector<HTMLElement>('#view-name')?.focus());
  }

  protected kept(): void {
    this.keeping.set(false);
    setTimeout(() => this.host.querySelector<HTMLElement>('button.token')?.focus());
  }
}
