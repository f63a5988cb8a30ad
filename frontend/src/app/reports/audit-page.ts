import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { failure, read } from '../api/api';
import type { AuditRowView } from '../api/types';
import { Mark } from '../ui/mark';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Told } from '../ui/told';

/** Acts in words; those that can be looked at alone come first. */
const ACTS: Readonly<Record<string, string>> = {
  'identity.reveal': 'looked at name and contact', 'inquiry.read': 'read a request', 'inquiry.claim': 'claimed a request', 'option.offer': 'offered options or handed out a card', 'settings.change': 'changed settings', 'account.create': 'made an account', 'account.invite': 'invited a colleague', 'account.change': 'changed what an account may do', 'account.deactivate': 'closed an account', 'account.activate': 'opened an account again', 'account.reset': 'sent a link to another password', 'directory.steward': 'decided about a listing', 'directory.import': 'took a file into the directory', 'ordering.change': 'changed how places are ordered', 'session.open': 'signed in',
  'inquiry.submit': 'sent a request', 'inquiry.take-down': 'wrote a request down, or looked for an earlier one', 'template.change': 'changed a ready text', 'inquiry.release': 'gave a request back', 'note.write': 'wrote a note', 'need.change': 'added a need', 'account.password': 'chose their password by a link', 'backup.make': 'made a backup', 'backup.restore': 'put a backup back',
  'need.end': 'ended or opened a need', 'inquiry.close': 'closed a request', 'referral.make': 'looked at what would be shared, or referred', 'referral.move': 'moved a referral or answered an agency', 'consent.withdraw': 'took a consent back', 'outcome.say': 'wrote down what became of it', 'disclosure.read': 'read what was shared', 'disclosure.answer': 'answered a referral', 'listing.propose': 'proposed a change', 'agency.change': 'changed an agency’s address', 'passkey.keep': 'added, named or removed a passkey', 'person.follow': 'read their own request', 'inquiry.withdraw': 'withdrew a request', 'inquiry.erase': 'deleted a request', 'follow-up.work': 'tried to reach somebody',
};
const ALONE = ['identity.reveal', 'inquiry.read', 'inquiry.claim', 'option.offer', 'settings.change', 'account.create', 'account.invite', 'account.change', 'account.deactivate', 'account.activate', 'account.reset', 'directory.steward', 'directory.import', 'ordering.change', 'session.open'];
const REASONS: Readonly<Record<string, string>> = { 'contact-now': 'To contact them now', safety: 'For their safety', 'hand-over': 'To hand over', 'correct-record': 'To correct the record' };
const NOBODY: Readonly<Record<string, string>> = { public: 'A person', person: 'The person', agency: 'An agency', system: 'The desk' };

/** Who did what: ids and field names, nothing a client said. */
@Component({
  selector: 'desk-audit-page',
  imports: [Mark, Told],
  template: `
    <div class="page"><div class="page-in">
      <h1 tabindex="-1">Audit</h1>
      <p class="muted">The newest 200 acts. Rows are sealed into a chain within a second; nobody can change them unseen. No row holds what a person said.</p>
      <div class="field audit-filter">
        <label for="act">Show</label>
        <select #chosen id="act" class="input" (change)="act.set(chosen.value)">
          <option value="">Everything</option>
          @for (each of alone; track each.code) {<option [value]="each.code">{{ each.name }}</option>}
        </select>
      </div>
      @if (problem(); as told) {
        <desk-told [problem]="told"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>
      } @else if (rows().length) {
        <div class="table-box" role="region" aria-label="Acts" tabindex="0">
          <table class="audit">
            <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Did what</th><th scope="col">Object</th><th scope="col">Reason</th></tr></thead>
            <tbody>
              @for (row of rows(); track row.id) {
                <tr><td class="num">{{ row.when }}</td><td>{{ row.who }}</td><td>{{ row.what }}</td><td class="muted">{{ row.object }} <span class="num">{{ row.short }}</span></td><td>{{ row.why }}</td></tr>
              }
            </tbody>
          </table>
        </div>
      } @else if (!reading.isLoading()) {
        <div class="empty"><svg mark></svg><h2>Nothing of that kind</h2><p>When somebody does it, it shows here.</p></div>
      }
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  private readonly now = inject(Now).value;
  protected readonly act = signal('');
  protected readonly alone = ALONE.map((code) => ({ code, name: `Who ${ACTS[code]}` }));
  protected readonly reading = read<AuditRowView[]>(() => `/audit${this.act() ? `?act=${this.act()}` : ''}`);
  protected readonly problem = failure(this.reading);
  protected readonly rows = computed(() => (this.reading.hasValue() ? this.reading.value() : []).map((row) => ({ id: row.id, object: row.object, when: moment(row.at, this.now()), ...whoOf(row), ...whichOf(row) })));
}

const whoOf = ({ actor, kind, act }: AuditRowView): { who: string; what: string } => ({ who: actor?.name ?? NOBODY[kind] ?? kind, what: ACTS[act] ?? act });
const whichOf = ({ reference, objectId, reason }: AuditRowView): { short: string; why: string } => ({ short: reference ?? objectId?.slice(-6) ?? '', why: REASONS[reason ?? ''] ?? reason ?? '' });
