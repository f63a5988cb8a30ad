import { ChangeDetectionStrategy, Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FollowUpView } from '../api/types';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { patience } from '../ui/patience';
import { Told } from '../ui/told';
import { DueRow } from './due-row';
import { FollowUpStore } from './follow-up-store';

const SAID = { solved: 'Written down: it is solved. You can end the need as met in the request.', reopened: 'Written down. The need is open again: look for another way.', noted: 'Written down.' } as const;

/** Whom to turn to again, and why: overdue, today, later. */
@Component({
  selector: 'desk-follow-up-page',
  imports: [RouterLink, DueRow, Icon, Mark, Told],
  providers: [FollowUpStore],
  template: `
    <div class="page"><div class="page-in">
      <h1 #title tabindex="-1">Follow-ups</h1>
      <p class="muted">They can stand in your own calendar, too: <a routerLink="/calendar">My calendar</a></p>
      @if (store.problem(); as told) {
        <desk-told [problem]="told"><button type="button" class="btn" (click)="store.reload()">Try again</button></desk-told>
      }
      @if (last(); as said) {
        <p class="tell tell--ok" role="status"><svg icon="check"></svg><span><span class="num">{{ said.reference }}</span>: {{ said.text }} <a [routerLink]="['/inquiries', said.inquiryId]">Open the request</a></span></p>
      }
      @for (group of store.groups(); track group.code) {
        <section [attr.aria-labelledby]="'group-' + group.code">
          <h2 [id]="'group-' + group.code">{{ group.name }}, {{ group.dues.length }}</h2>
          <ul>
            @for (due of group.dues; track due.id) {
              <li desk-due [due]="due" [meId]="session.me()?.id ?? ''" (said)="told(due, $event)" (finished)="title.focus()"></li>
            }
          </ul>
        </section>
      } @empty {
        @if (slow()) {
          <p class="muted" role="status">Reading …</p>
        } @else if (!store.loading() && !store.problem()) {
          <div class="empty"><svg mark></svg><h2>Nothing due</h2><p>When a way was taken or a card was handed out, the day to ask again shows here. So does an agency that asks, cannot help or does not answer.</p></div>
        }
      }
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FollowUpPage {
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('title');
  protected readonly session = inject(Session);
  protected readonly store = inject(FollowUpStore);
  protected readonly slow = patience(() => this.store.loading());
  protected readonly last = signal<{ reference: string; inquiryId: string; text: string } | null>(null);

  /** The row may be gone: what came of it stands above the list. */
  protected told({ reference, inquiryId }: FollowUpView, said: keyof typeof SAID): void {
    this.last.set({ reference, inquiryId, text: SAID[said] });
    this.heading().nativeElement.focus();
  }
}
