import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { Act } from '../../api/act';
import { Api } from '../../api/api';
import { faultOf } from '../../api/problem';
import { SavedViews } from '../../api/saved-views';
import { Session } from '../../session/session';
import { Announcer } from '../../ui/announcer';
import { NeedsNet } from '../../ui/needs-net';
import { newId } from '../../ui/new-id';
import { Told } from '../../ui/told';
import { Search } from './search';

/** The search that is open, kept under a name: one's own or, by a supervisor, the team's. */
@Component({
  selector: 'desk-keep-view',
  imports: [NeedsNet, Told],
  template: `
    <form class="part-form" aria-label="Keep as a view" novalidate (submit)="$event.preventDefault(); keep(name.value, team())">
      <div class="field"><label for="view-name">What it is called</label><input #name id="view-name" class="input" maxlength="40" autocomplete="off" [attr.aria-invalid]="fault() ? true : null" [attr.aria-describedby]="fault() ? 'view-name-fault' : 'view-name-hint'" />
        @if (fault(); as told) {<p class="fault" id="view-name-fault">{{ told }}</p>}<p class="hint" id="view-name-hint">It stands in the list with its number. Name no person.</p></div>
      @if (supervises()) {<p><label class="tick"><input #ours type="checkbox" (change)="team.set(ours.checked)" /> For the whole team</label></p>}
      @if (act.problem(); as told) {@if (!fault()) {<desk-told [problem]="told" />}}
      <p class="acts"><button needsNet class="btn btn--primary" [busy]="act.busy()">Keep it</button><button type="button" class="btn" (click)="over.emit()">Leave it</button></p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeepView {
  readonly over = output();
  private readonly api = inject(Api);
  private readonly search = inject(Search);
  private readonly saved = inject(SavedViews);
  private readonly announcer = inject(Announcer);
  protected readonly act = new Act();
  protected readonly fault = computed(() => faultOf(this.act.problem(), 'name'));
  protected readonly supervises = inject(Session).supervises;
  protected readonly team = signal(false);
  private readonly key = newId();

  protected async keep(name: string, team: boolean): Promise<void> {
    const view = this.search.view();
    const query = [...(view === 'all' ? [] : [`view:${view}`]), this.search.q()].join(' ');
    if (!(await this.act.run(() => this.api.put(`/queue/saved/${this.key}`, { name, query, team }, { version: 0 })))) return;
    this.saved.reload();
    this.announcer.say(`Kept as ${name.trim()}.`);
    this.over.emit();
  }
}
