import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import type { MadeLinkView } from '../api/types';
import { Icon } from '../ui/icon';

/** The link that was just made: shown once where the desk sends no mail, else said to be on its way. */
@Component({
  selector: 'desk-made-link',
  imports: [Icon],
  template: `
    @if (made().link; as link) {
      <div class="field made-link">
        <label for="made-link">One-time link, shown once</label>
        <div class="acts"><input #box id="made-link" class="input" readonly [value]="link" aria-describedby="made-link-hint" (focus)="box.select()" /><button type="button" class="btn" (click)="copy(link)"><svg [icon]="copied() ? 'check' : 'note'"></svg>{{ copied() ? 'Copied' : 'Copy' }}</button></div>
        <p id="made-link-hint" class="hint">This desk sends no mail. Give it to the person themselves, in a way that nobody else reads. It works once, for {{ life() }}.</p>
      </div>
    } @else {
      <p class="saved"><svg icon="mail"></svg>The letter is on its way to them. Its link works once, for {{ life() }}.</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MadeLink {
  readonly made = input.required<MadeLinkView>();
  protected readonly copied = signal(false);
  protected readonly life = (): string => (this.made().hours === 1 ? 'one hour' : `${this.made().hours} hours`);

  protected async copy(link: string): Promise<void> {
    await navigator.clipboard.writeText(link).then(() => this.copied.set(true), () => document.querySelector<HTMLInputElement>('#made-link')?.select());
  }
}
