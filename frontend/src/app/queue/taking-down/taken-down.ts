import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, afterNextRender, inject, input, output, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { TakenDownView } from '../../api/types';
import { KeyCap } from '../../ui/key-cap';
import { Keys } from '../../ui/keys';
import { Session } from '../../session/session';
import { TO_FIND } from './arrival';
import { SaidLine } from './said-line';

/** Number and four words in large letters, to be read out; then on with the work. */
@Component({
  selector: 'desk-taken-down',
  imports: [RouterLink, KeyCap, SaidLine],
  template: `
    <section class="stack" aria-labelledby="taken-title">
      <h1 #title id="taken-title" tabindex="-1">Read this out</h1>
      <dl class="read-out">
        <div><dt>Their number <desk-said-line key="done.reference" /></dt><dd class="num" translate="no">{{ taken().reference }}</dd></div>
        <div><dt>Their four words <desk-said-line key="done.code" /></dt><dd lang="en" translate="no">{{ taken().code }}</dd></div>
      </dl>
      <p><b>Say:</b>&ngsp;<desk-said-line key="done.keep" [always]="true" /></p>
      <p><desk-said-line [key]="self() ? 'done.next.2.self.text' : 'done.next.2.text'" [always]="true" /></p>
      <p class="tell"><span>The four words show only here and only now. Nobody can look them up.</span></p>
      <p class="muted">{{ taken().claimed ? 'The request is yours.' : 'The request waits in the queue for somebody to claim it.' }}</p>
      <p class="acts">
        @if (taken().claimed) {<button type="button" class="btn btn--primary" (click)="find()">Find help <kbd of="f"></kbd></button>}
        <a class="btn" [routerLink]="['/inquiries', taken().id]">Open the request</a>
        <button type="button" class="btn" (click)="again.emit()">Write down another <kbd of="i"></kbd></button>
      </p>
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TakenDown {
  private readonly router = inject(Router);
  readonly taken = input.required<TakenDownView>();
  /** They come to us. */
  readonly self = input.required<boolean>();
  readonly again = output();
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  constructor() {
    afterNextRender(() => this.title().nativeElement.focus());
    const session = inject(Session);
    inject(DestroyRef).onDestroy(
      inject(Keys).add({ key: 'f', does: 'find', also: ['match', 'what could help'], press: () => this.find(), when: () => this.taken().claimed && session.may('match.run') }),
    );
  }

  protected find(): void {
    void this.router.navigate(['/inquiries', this.taken().id], { state: TO_FIND });
  }
}
