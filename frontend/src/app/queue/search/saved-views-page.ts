import { ChangeDetectionStrategy, Component, DestroyRef, ElementRef, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Act } from '../../api/act';
import { Api } from '../../api/api';
import { SavedViews } from '../../api/saved-views';
import type { SavedViewView } from '../../api/types';
import { Session } from '../../session/session';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { KeyCap } from '../../ui/key-cap';
import { Keys } from '../../ui/keys';
import { Mark } from '../../ui/mark';
import { patience } from '../../ui/patience';
import { Told } from '../../ui/told';
import { SavedViewForm } from './saved-view-form';
import { wordName } from './search-words';

/** Searches that are kept: their names, their order, and what became of them. */
@Component({
  selector: 'desk-saved-views-page',
  imports: [Icon, KeyCap, Mark, RouterLink, SavedViewForm, Told],
  template: `
    <div class="page"><div class="page-in">
      <h1 tabindex="-1">Saved views</h1>
      <p class="muted">A search that you need again, under a name. Narrow the queue, then press “Keep as a view”. You keep {{ most() }} at most, and so does the team.</p>
      @if (gone(); as view) {<div class="tell tell--ok"><svg icon="check"></svg><span><b>{{ view.name }} is taken away.</b></span><button type="button" class="btn btn--small" (click)="back()">Bring it back <kbd of="z"></kbd></button></div>}
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
      @if (saved.problem(); as told) {<desk-told [problem]="told"><button type="button" class="btn" (click)="saved.reload()">Try again</button></desk-told>}
      @for (group of groups(); track group.name) {
        <section [attr.aria-labelledby]="'views-' + group.id">
          <h2 [id]="'views-' + group.id">{{ group.name }}</h2>
          @if (group.views.length) {
            <ul class="parts">
              @for (each of group.views; track each.id) {
                <li [id]="'view-' + each.id">
                  <p class="acts"><b>@if (each.dead.length) {{{ each.name }}} @else {<a routerLink="/inquiries" [queryParams]="{ view: each.view === 'all' ? null : each.view, q: each.q || null }">{{ each.name }}</a>}</b><span class="muted">{{ words(each) }}@if (each.count !== null) {. {{ each.count }} now}</span></p>
                  @if (each.dead.length) {<div class="tell tell--caution"><svg icon="alert"></svg><span><b>{{ each.dead.join(', ') }}</b> is no word of the search any more. The view finds nothing until you change it or take it away.</span></div>}
                  @if (open() === each.id) {<desk-saved-view-form [kept]="each" (over)="closed(each)" />}
                  @else if (group.mine) {
                    <p class="acts"><button type="button" class="btn btn--small" data-change (click)="open.set(each.id)" [attr.aria-label]="'Change ' + each.name">Change</button>
                      @if (!$first) {<button type="button" class="btn btn--small" (click)="move(each, 'up')" [attr.aria-label]="'Move ' + each.name + ' up'">Up</button>}
                      @if (!$last) {<button type="button" class="btn btn--small" (click)="move(each, 'down')" [attr.aria-label]="'Move ' + each.name + ' down'">Down</button>}
                      <button type="button" class="btn btn--small" (click)="takeAway(each)" [attr.aria-label]="'Take away ' + each.name">Take away</button></p>
                  }
                </li>
              }
            </ul>
          } @else {<p class="muted">{{ group.empty }}</p>}
        </section>
      } @empty {@if (slow()) {<p role="status" class="muted">Loading</p>} @else if (saved.value()) {<div class="empty"><svg mark></svg><h2>No saved views yet</h2><p>Narrow the queue, and keep what you need again.</p></div>}}
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SavedViewsPage {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly session = inject(Session);
  protected readonly saved = inject(SavedViews);
  protected readonly act = new Act();
  protected readonly open = signal('');
  protected readonly gone = signal<SavedViewView | null>(null);
  protected readonly slow = patience(() => !this.saved.value() && !this.saved.problem());
  protected readonly most = computed(() => this.saved.value()?.most ?? 12);
  protected readonly groups = computed(() => {
    const views = this.saved.views();
    if (!views.length) return [];
    return [
      { id: 'own', name: 'Yours', mine: true, views: views.filter(({ team }) => !team), empty: 'None yet.' },
      { id: 'team', name: 'The team’s', mine: this.session.supervises(), views: views.filter(({ team }) => team), empty: 'None yet. A supervisor keeps them.' },
    ];
  });

  constructor() {
    const remove = inject(Keys).add({ key: 'z', does: 'bring the view back', also: ['undo', 'revert'], press: () => void this.back(), when: () => this.gone() !== null });
    inject(DestroyRef).onDestroy(remove);
  }

  protected words({ query }: SavedViewView): string {
    return query.split(' ').map(wordName).join(', ');
  }

  protected async move({ id, name }: SavedViewView, to: 'up' | 'down'): Promise<void> {
    if (await this.act.run(() => this.api.post(`/queue/saved/${id}/move`, { to }))) this.again(`${name} is moved ${to}.`, `#view-${id} [data-change]`);
  }

  protected async takeAway(view: SavedViewView): Promise<void> {
    if (!(await this.act.run(() => this.api.post(`/queue/saved/${view.id}/away`, {}, { version: view.version })))) return this.saved.reload();
    this.gone.set(view);
    this.again(`${view.name} is taken away. Z brings it back.`, '.tell--ok button');
  }

  protected async back(): Promise<void> {
    const view = this.gone();
    if (!view || !(await this.act.run(() => this.api.post(`/queue/saved/${view.id}/back`)))) return;
    this.gone.set(null);
    this.again(`${view.name} is back.`, 'h1');
  }

  protected closed({ id }: SavedViewView): void {
    this.open.set('');
    this.again('', `#view-${id} [data-change]`);
  }

  private again(said: string, focus: string): void {
    this.saved.reload();
    if (said) this.announcer.say(said);
    setTimeout(() => this.host.querySelector<HTMLElement>(focus)?.focus());
  }
}
