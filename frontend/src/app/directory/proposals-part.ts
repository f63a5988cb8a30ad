import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from '../ui/icon';
import { Now } from '../ui/now';
import { patience } from '../ui/patience';
import { moment } from '../ui/time';
import { Told } from '../ui/told';
import { ProposalPanel } from './proposal-panel';
import { publishedBy, publishedLine, sheetWords } from './proposal-words';
import { ProposalsStore } from './proposals-store';

/** What agencies want changed in their listings, oldest first, and what was published lately. */
@Component({
  selector: 'desk-proposals-part',
  imports: [Icon, ProposalPanel, Told],
  providers: [ProposalsStore],
  template: `
    <section aria-labelledby="sent" class="steward-part">
      <h2 id="sent" tabindex="-1">Changes agencies sent</h2>
      @if (store.loadProblem(); as told) {
        <desk-told [problem]="told"><button type="button" class="btn" (click)="store.reload()">Try again</button></desk-told>
      }
      @if (store.done(); as said) {
        <p class="tell tell--ok"><svg icon="check"></svg><span>{{ said }}</span></p>
      }
      @if (store.view(); as view) {
        @if (view.sheets.length) {
          <h3>Sheets</h3>
          <ul class="published">
            @for (sheet of view.sheets; track sheet.id) {
              <li>
                <span class="muted">{{ when(sheet.madeAt) }}</span>
                <span><b class="strong">{{ sheet.organization }}</b>: {{ sheetWords(sheet) }}. What changes stands below.
                  @if (store.refused()?.id === sheet.id) {<desk-told [problem]="store.refused()!.problem" />}
                </span>
                <span class="acts">
                  @if (sheet.open) {<button type="button" class="btn" [attr.aria-disabled]="store.busy() || null" (click)="store.acceptSheet(sheet)">Take over all {{ sheet.open }}<span class="sr"> of {{ sheet.organization }}</span></button>}
                  @if (sheet.published) {<button type="button" class="btn" [attr.aria-disabled]="store.busy() || null" (click)="store.revertSheet(sheet)">Take back {{ sheet.published }}<span class="sr"> of {{ sheet.organization }}</span></button>}
                </span>
              </li>
            }
          </ul>
        }
        @if (view.items.length) {
          <ul class="proposals">
            @for (item of view.items; track item.id + item.version) {
              <li deskProposalPanel [item]="item"></li>
            }
          </ul>
        } @else {
          <p class="muted">None is open.</p>
        }
        @if (view.published.length) {
          <h3>Published in the last two weeks</h3>
          <ul class="published">
            @for (one of view.published; track one.id) {
              <li>
                <span class="muted">{{ when(one.at) }}</span>
                <span><b class="strong">{{ one.service }}</b>, {{ one.organization }}: {{ fields(one) }}, {{ by(one) }}
                  @if (store.refused()?.id === one.id) {<desk-told [problem]="store.refused()!.problem" />}
                </span>
                <button type="button" class="btn" [attr.aria-disabled]="store.busy() || null" (click)="store.revert(one)">Take back<span class="sr"> the change of {{ one.service }}</span></button>
              </li>
            }
          </ul>
        }
      } @else if (slow()) {
        <p class="muted" role="status">Reading what agencies sent</p>
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalsPart {
  private readonly now = inject(Now).value;
  protected readonly store = inject(ProposalsStore);
  protected readonly slow = patience(() => this.store.loading() && !this.store.view());
  protected readonly fields = publishedLine;
  protected readonly by = publishedBy;
  protected readonly sheetWords = sheetWords;

  protected when(at: string): string {
    return moment(at, this.now());
  }
}
