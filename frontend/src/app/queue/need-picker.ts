import { ChangeDetectionStrategy, Component, ElementRef, Injectable, computed, inject, input, output, signal } from '@angular/core';
import { Api } from '../api/api';
import { Latest } from '../api/latest';
import type { FoundNeed, NeedChoice } from '../api/match-types';
import { Announcer } from '../ui/announcer';
import { Pause } from '../ui/pause';
import { Told } from '../ui/told';
import { allGroups, foundGroups, likelyOf, type NeedLine } from './need-groups';

const MOST_LATELY = 5;

/** Needs that were chosen while this page is open; nothing of it is kept. */
@Injectable({ providedIn: 'root' })
export class LatelyChosen {
  readonly codes = signal<readonly string[]>([]);

  add(code: string): void {
    this.codes.update((all) => [code, ...all.filter((other) => other !== code)].slice(0, MOST_LATELY));
  }
}

/** Chooses one need of the vocabulary: a combobox (APG, editable with a list) that finds by names and by what people say. */
@Component({
  selector: 'desk-need-picker',
  imports: [Told],
  template: `
    <label [for]="prefix() + '-need'">{{ label() }}</label>
    <input #box [id]="prefix() + '-need'" class="input" role="combobox" maxlength="200" autocomplete="off" spellcheck="false" aria-autocomplete="list" [attr.aria-controls]="prefix() + '-need-list'" [attr.aria-describedby]="prefix() + '-need-hint'"
      [attr.aria-expanded]="open()" [attr.aria-activedescendant]="current() ? optionId(current()!.code) : null" [value]="text()" (input)="type(box.value)" (click)="open.set(true)" (keydown)="press($event)" (blur)="open.set(false)" />
    <p [id]="prefix() + '-need-hint'" class="hint">By name, or as people say it, in English or Spanish.</p>
    @if (problem(); as told) {<desk-told [problem]="told" />}
    <div [id]="prefix() + '-need-list'" class="need-list" role="listbox" aria-label="Needs" [hidden]="!open() || !groups().length" (mousedown)="take($event)">
      @for (group of groups(); track group.name; let at = $index) {
        <div role="group" [attr.aria-labelledby]="prefix() + '-need-group-' + at">
          <p class="need-group" role="presentation" [id]="prefix() + '-need-group-' + at">{{ group.name }}</p>
          @for (each of group.lines; track each.code) {
            <div role="option" class="need-option" [id]="optionId(each.code)" [attr.aria-selected]="each === current()"><span>{{ each.name }}</span>&ngsp;<span class="hint">{{ each.hint }}</span></div>
          }
        </div>
      }
    </div>
    @if (open() && nothing()) {<p class="muted">No need is called that. Try another word.</p>}
  `,
  host: { class: 'field full' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NeedPicker {
  readonly label = input('Another need');
  /** Begins every id: two may be open at once. */
  readonly prefix = input('ask');
  /** What a screen reader hears of the one that was picked; `%s` is its name. */
  readonly said = input('%s is looked for, too.');
  readonly needs = input.required<readonly NeedChoice[]>();
  /** Codes that are asked for already. */
  readonly taken = input.required<readonly string[]>();
  /** Codes of the needs of the person's topics. */
  readonly topics = input.required<readonly string[]>();
  readonly picked = output<string>();
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly lately = inject(LatelyChosen);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly latest = new Latest();
  private readonly pause = new Pause();
  protected readonly problem = this.latest.problem;
  protected readonly text = signal('');
  protected readonly open = signal(false);
  private readonly found = signal<readonly FoundNeed[] | null>(null);
  private readonly at = signal(-1);
  protected readonly groups = computed(() => {
    const [found, taken, needs] = [this.found(), this.taken(), this.needs()];
    if (found) return foundGroups(needs, found, taken);
    return allGroups(needs, { taken, likely: likelyOf(needs, [...this.topics(), ...taken]), lately: this.lately.codes() });
  });
  private readonly lines = computed(() => this.groups().flatMap(({ lines }) => lines));
  protected readonly current = computed(() => (this.open() ? this.lines()[this.at()] : undefined));
  protected readonly nothing = computed(() => this.found() !== null && !this.lines().length);

  protected type(text: string): void {
    this.text.set(text);
    this.open.set(true);
    this.pause.before(() => void this.look(text.trim()));
  }

  private async look(search: string): Promise<void> {
    this.latest.drop();
    this.at.set(-1);
    if (!search) return this.found.set(null);
    await this.latest.read(() => this.api.post<FoundNeed[]>('/vocabulary/needs', { search }), (found) => {
      this.found.set(found);
      this.at.set(this.lines().length ? 0 : -1);
      this.announcer.say(this.lines().length === 1 ? '1 need found.' : `${this.lines().length} needs found.`);
    });
  }

  /** Arrows move and open, Enter takes, Escape closes the list first and nothing else with it. */
  protected press(event: KeyboardEvent): void {
    const act = { ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Enter: () => this.enter(), Escape: () => this.escape(event) }[event.key];
    if (!act || event.isComposing) return;
    if (event.key !== 'Escape') event.preventDefault();
    act();
  }

  private move(step: 1 | -1): void {
    const count = this.lines().length;
    const from = this.open() ? this.at() : -1;
    this.open.set(true);
    if (!count) return;
    this.at.set(from < 0 && step < 0 ? count - 1 : (from + step + count) % count);
    setTimeout(() => this.host.nativeElement.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
  }

  private enter(): void {
    const line = this.current();
    if (line) this.pick(line);
    else this.open.set(true);
  }

  private escape(event: Event): void {
    if (!this.open() && !this.text()) return;
    event.stopPropagation();
    if (this.open()) this.open.set(false);
    else this.clear();
  }

  /** The focus stays where one types; a press on a line takes it. */
  protected take(event: MouseEvent): void {
    event.preventDefault();
    const pressed = event.target instanceof Element ? event.target.closest('[role=option]')?.id : undefined;
    const line = this.lines().find(({ code }) => this.optionId(code) === pressed);
    if (line && event.button === 0) this.pick(line);
  }

  protected optionId(code: string): string {
    return `${this.prefix()}-need-option-${code}`;
  }

  private pick({ code, name }: NeedLine): void {
    this.lately.add(code);
    this.clear();
    this.picked.emit(code);
    if (this.said()) this.announcer.say(this.said().replace('%s', name));
  }

  private clear(): void {
    this.latest.drop();
    this.text.set('');
    this.found.set(null);
    this.at.set(-1);
    this.open.set(false);
  }
}
