import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, TemplateRef, booleanAttribute, computed, contentChild, input, model } from '@angular/core';
import { Icon } from './icon';
import { newId } from './new-id';

/** One of what may be chosen. */
export interface Choice<Code> {
  code: Code;
  name: string;
  /** Said beside its name; it is no part of the name by which it is found. */
  hint?: string;
}

/**
 * Choose one of these: native radio buttons under a question, the keyboard the browser's own. Nothing is preset unless `chosen` is.
 * A template within stands under what is chosen: what has to be said about just that.
 */
@Component({
  selector: 'desk-choices',
  imports: [Icon, NgTemplateOutlet],
  template: `
    <fieldset class="choices" [class.ask-in]="inset()" [attr.aria-describedby]="describedBy()">
      <legend class="label">{{ asks() }}@if (aside(); as beside) {&ngsp;<span class="muted">({{ beside }})</span>}</legend>
      @for (each of choices(); track each.code; let at = $index) {
        <label class="tick"><input type="radio" [name]="id" [attr.data-first]="first() && !at ? '' : null" [attr.aria-describedby]="each.hint ? id + '-' + at : null" [checked]="chosen() === each.code" (change)="chosen.set(each.code)" />{{ each.name }}</label>
        @if (each.hint) {<p class="hint" [id]="id + '-' + at">{{ each.hint }}</p>}
        @if (under(); as what) {@if (chosen() === each.code) {<ng-container [ngTemplateOutlet]="what" />}}
      }
      @if (hint(); as said) {<p class="hint" [id]="id + '-hint'">{{ said }}</p>}
      @if (fault(); as said) {<p class="fault" role="alert" [id]="id + '-fault'"><svg icon="alert"></svg>{{ said }}</p>}
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Choices<Code extends string | boolean> {
  /** The question. */
  readonly asks = input.required<string>();
  /** Said after the question, quieter. */
  readonly aside = input('');
  readonly choices = input.required<readonly Choice<Code>[]>();
  readonly chosen = model<Code | null>(null);
  readonly hint = input('');
  /** What is wrong with the answer; empty while nothing is. */
  readonly fault = input('');
  /** Asked because of an answer above it. */
  readonly inset = input(false, { transform: booleanAttribute });
  /** A sheet that opens begins here. */
  readonly first = input(false, { transform: booleanAttribute });
  protected readonly under = contentChild(TemplateRef);
  protected readonly id = `choices-${newId()}`;
  protected readonly describedBy = computed(() => [this.hint() && `${this.id}-hint`, this.fault() && `${this.id}-fault`].filter(Boolean).join(' ') || null);
}
