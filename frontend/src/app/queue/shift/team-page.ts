import { ChangeDetectionStrategy, Component, type ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { Act } from '../../api/act';
import { Api } from '../../api/api';
import type { TeamMemberView } from '../../api/types';
import { Duty } from '../../session/duty';
import { Session } from '../../session/session';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { patience } from '../../ui/patience';
import { clock } from '../../ui/time';
import { Told } from '../../ui/told';
import { LANGUAGE_WORDS, word } from '../../ui/words';
import { ShiftNotes } from './shift-notes';
import { dutyWords } from '../assign/taker-words';

/** Who is on duty, what they speak and have in their hands; and the notes from shift to shift. */
@Component({
  selector: 'desk-team-page',
  imports: [Icon, ShiftNotes, Told],
  template: `
    <div class="page"><div class="page-in">
      <h1 tabindex="-1">Team</h1>
      <section class="stack" aria-labelledby="notes-title">
        <h2 id="notes-title">Notes to the team</h2>
        <desk-shift-notes />
        <form class="small-form" novalidate (submit)="$event.preventDefault(); write(box.value)">
          <div class="field"><label for="shift-note">A note for today and tomorrow</label>
            <p class="hint" id="shift-note-hint">Everybody of the desk reads it. Name no person who asks, and nothing that tells who they are: that belongs into their request.</p>
            <textarea #box id="shift-note" class="area" rows="2" maxlength="300" [attr.aria-invalid]="missing() ? true : null" [attr.aria-describedby]="missing() ? 'shift-note-hint shift-note-fault' : 'shift-note-hint'"></textarea></div>
          @if (missing()) {<p class="fault" id="shift-note-fault"><svg icon="alert"></svg>Write what the next shift should know, three letters at least.</p>}
          @if (act.problem(); as told) {<desk-told [problem]="told" />}
          <p class="acts"><button class="btn" [attr.aria-disabled]="act.busy() ? true : null">Tell the team</button></p>
        </form>
      </section>
      <section class="stack" aria-labelledby="duty-title">
        <h2 id="duty-title">Who is on duty</h2>
        <p class="muted">{{ summary() }} It ends by itself when somebody signs out, and when the desk closes.</p>
        @if (duty.failed()) {<p class="tell tell--error" role="alert"><svg icon="alert"></svg><span>Who is on duty could not be read.</span><button type="button" class="btn" (click)="duty.read()">Try again</button></p>}
        @if (duty.act.problem(); as told) {<desk-told [problem]="told" />}
        @if (team(); as all) {
          <table class="people" role="table" aria-labelledby="duty-title">
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Name</th><th scope="col" role="columnheader">Speaks besides English</th><th scope="col" role="columnheader">Open</th><th scope="col" role="columnheader">Tasks</th><th scope="col" role="columnheader">Duty</th></tr></thead>
            <tbody role="rowgroup">
              @for (each of all; track each.id) {
                <tr role="row">
                  <td role="cell"><b>{{ each.name }}</b>@if (each.id === meId()) {<span class="muted">, you</span>}</td>
                  <td role="cell"><span class="people-label muted">Speaks besides English: </span>{{ languages(each) }}</td>
                  <td role="cell"><span class="people-label muted">Open </span><span class="num">{{ each.open }}</span></td>
                  <td role="cell"><span class="people-label muted">Tasks </span><span class="num">{{ each.tasks }}</span></td>
                  <td role="cell">
                    @if (each.duty === 'on') {<span class="chip chip--info people-state"><svg icon="check"></svg>{{ dutyWords(each.duty) }}{{ until(each) }}</span>}
                    @else if (each.duty === 'away') {<span class="chip chip--line people-state"><svg icon="hour"></svg>{{ dutyWords(each.duty) }}</span>}
                    @else {<span class="muted">{{ dutyWords(each.duty) }}</span>}
                  </td>
                </tr>
              }
            </tbody>
          </table>
          <p class="acts" role="group" aria-label="Your own duty">
            @for (each of ways; track each.code) {<button type="button" class="btn" [attr.aria-pressed]="duty.mine() === each.code" [attr.aria-disabled]="duty.act.busy() ? true : null" (click)="duty.say(each.code)">{{ each.name }}</button>}
          </p>
        } @else if (slow()) {<p role="status" class="muted">Loading</p>}
      </section>
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamPage {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');
  private readonly notes = viewChild.required(ShiftNotes);
  protected readonly duty = inject(Duty);
  protected readonly act = new Act();
  protected readonly missing = signal(false);
  protected readonly meId = computed(() => this.session.me()?.id);
  private readonly session = inject(Session);
  protected readonly dutyWords = dutyWords;
  protected readonly team = this.duty.team;
  protected readonly slow = patience(() => !this.team() && !this.duty.failed());
  protected readonly ways = [{ code: 'on', name: 'On duty' }, { code: 'away', name: 'Away' }, { code: 'off', name: 'Off duty' }] as const;
  protected readonly summary = computed(() => `${this.team()?.filter(({ duty }) => duty === 'on').length ?? 0} on duty.`);

  constructor() {
    void this.duty.read(); // who signed out since is seen by nobody's word
  }

  protected languages({ languages }: TeamMemberView): string {
    return languages.map((code) => word(LANGUAGE_WORDS, code)).join(', ') || 'not said';
  }

  protected until({ until }: TeamMemberView): string {
    return until ? ` until ${clock(until)}` : '';
  }

  protected async write(text: string): Promise<void> {
    this.missing.set(text.trim().length < 3);
    if (!this.missing() && (await this.act.run(() => this.api.post('/team/notes', { text: text.trim() })))) {
      this.box().nativeElement.value = '';
      this.announcer.say('The team reads it on top of the queue.');
      this.notes().reload();
    }
    this.box().nativeElement.focus();
  }
}
