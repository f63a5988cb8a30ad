import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, output } from '@angular/core';
import type { MeantView } from '../api/match-types';
import { Icon } from '../ui/icon';
import { keyOf, nameOf, quoteOf } from './match-suggestions';
import { UnderstoodStore } from './understood-store';

/** Signs of what own words may ask for, each with the words that caused it: dashed until a person has confirmed it by one press, or taken it away. */
@Component({
  selector: 'desk-meant-signs',
  imports: [Icon],
  template: `
    <ul class="suggested">
      @for (line of lines(); track line.key; let at = $index) {
        <li>
          <button type="button" class="suggested-yes" (click)="confirm(line.one, at)" (keydown)="press($event, line.one, at)"><svg icon="plus"></svg><span><span class="sr">Ask for </span><b>{{ line.name }}</b>&ngsp;<span class="suggested-from">from “{{ line.quote }}”</span></span></button>
          <button type="button" class="suggested-no" [attr.aria-label]="'Not meant: ' + line.name" (click)="drop(line.one, at)"><svg icon="x"></svg></button>
        </li>
      }
    </ul>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeantSigns {
  readonly meant = input.required<readonly MeantView[]>();
  /** The last one was confirmed or taken away, and nothing is left to have the focus. */
  readonly ranOut = output();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly store = inject(UnderstoodStore);
  protected readonly lines = computed(() => this.meant().map((one) => ({ one, key: keyOf(one), name: nameOf(one), quote: quoteOf(this.store.words(), one.because) })));

  protected async confirm(one: MeantView, at: number): Promise<void> {
    await this.store.confirm(one);
    this.reach(at);
  }

  protected drop(one: MeantView, at: number): void {
    this.store.drop(one);
    this.reach(at);
  }

  /** The next one takes the place, and the focus. */
  reach(at: number): void {
    setTimeout(() => {
      const signs = this.host.nativeElement.querySelectorAll<HTMLElement>('.suggested-yes');
      const next = signs[Math.min(at, signs.length - 1)];
      if (next) next.focus();
      else this.ranOut.emit();
    });
  }

  /** Delete on a sign takes it away, Enter confirms it as any button. */
  protected press(event: KeyboardEvent, one: MeantView, at: number): void {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    this.drop(one, at);
  }
}
