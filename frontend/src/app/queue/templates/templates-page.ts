import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal } from '@angular/core';
import { failure, read } from '../../api/api';
import type { TemplateView } from '../../api/types';
import { Mark } from '../../ui/mark';
import { newId } from '../../ui/new-id';
import { Now } from '../../ui/now';
import { patience } from '../../ui/patience';
import { moment } from '../../ui/time';
import { Told } from '../../ui/told';
import { TemplateForm } from './template-form';
import { KIND_WORDS } from './template-words';

const FRESH = (): TemplateView => ({ id: newId(), title: '', kind: 'message', neutral: true, texts: {}, version: 0, changedBy: '', changedAt: '' });

/** Words that are ready, kept by supervisors. */
@Component({
  selector: 'desk-templates-page',
  imports: [Mark, TemplateForm, Told],
  template: `
    <div class="page"><div class="page-in">
      <h1 tabindex="-1">Ready texts</h1>
      <p class="muted">What the desk says, writes or notes again and again. In a note, two strokes (//) or the button bring them, filled for the request.</p>
      @if (problem(); as told) {<desk-told [problem]="told"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>}
      <p class="acts"><button type="button" class="btn btn--primary" [attr.aria-expanded]="open()?.version === 0" (click)="show(fresh())">New text</button></p>
      @if (open(); as it) {@if (!it.version) {<desk-template-form [template]="it" (kept)="over()" (left)="open.set(null)" />}}
      @if (templates(); as all) {
        @if (all.length) {
          <ul class="parts">
            @for (each of all; track each.id) {
              <li>
                <p class="acts"><b>{{ each.title }}</b><span class="muted">{{ kinds[each.kind] }}{{ each.neutral ? ', neutral' : '' }}. {{ languages(each) }}. {{ each.changedBy }}, {{ when(each.changedAt) }}</span>
                  <button type="button" class="btn btn--small" [attr.aria-expanded]="open()?.id === each.id" [attr.aria-label]="'Change ' + each.title" (click)="show(each)">Change</button></p>
                @if (open()?.id === each.id) {<desk-template-form [template]="open()!" (kept)="over()" (left)="open.set(null)" />} @else {<p class="pre" dir="auto" lang="en">{{ each.texts['en'] }}</p>}
              </li>
            }
          </ul>
        } @else if (!open()) {
          <div class="empty"><svg mark></svg><h2>No ready texts yet</h2><p>Write the first one: a greeting, “there is an answer for you”, what to note after a call.</p></div>
        }
      } @else if (slow()) {<p role="status" class="muted">Loading</p>}
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplatesPage {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly now = inject(Now).value;
  protected readonly reading = read<TemplateView[]>(() => '/templates');
  protected readonly templates = computed(() => (this.reading.hasValue() ? this.reading.value() : undefined));
  protected readonly problem = failure(this.reading);
  protected readonly slow = patience(() => this.reading.isLoading());
  protected readonly open = signal<TemplateView | null>(null);
  protected readonly kinds = KIND_WORDS;
  protected readonly fresh = FRESH;

  protected show(template: TemplateView): void {
    this.open.set(this.open()?.id === template.id ? null : template);
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('#t-title')?.focus());
  }

  protected over(): void {
    this.open.set(null);
    this.reading.reload();
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('h1')?.focus());
  }

  protected languages({ texts }: TemplateView): string {
    return Object.keys(texts).join(', ');
  }

  protected when(at: string): string {
    return moment(at, this.now());
  }
}
