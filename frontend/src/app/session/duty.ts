import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { debounceTime, filter, merge } from 'rxjs';
import { Act } from '../api/act';
import { Api } from '../api/api';
import { Live } from '../api/live';
import type { TeamMemberView } from '../api/types';
import { Announcer } from '../ui/announcer';
import { Session } from './session';

export type Said = 'on' | 'away' | 'off';
const SAYS: Readonly<Record<Said, string>> = { on: 'You are on duty.', away: 'You are away for a while.', off: 'You are off duty.' };

/** Who works on requests and who is on duty, and one's own word about it. Read again when somebody says so, or signs in or out here. */
@Injectable({ providedIn: 'root' })
export class Duty {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(Session);
  readonly act = new Act();
  readonly team = signal<readonly TeamMemberView[] | undefined>(undefined);
  readonly failed = signal(false);
  readonly mine = computed<Said>(() => this.team()?.find(({ id }) => id === this.session.me()?.id)?.duty ?? 'off');

  constructor() {
    const live = inject(Live);
    merge(live.events.pipe(filter(({ type }) => type === 'team.changed')), live.gap).pipe(debounceTime(300), takeUntilDestroyed()).subscribe(() => void this.read());
    effect(() => {
      const me = this.session.me()?.id;
      untracked(() => { this.team.set(undefined); if (me) void this.read(); });
    });
  }

  async say(duty: Said): Promise<void> {
    const said = await this.act.run(() => this.api.put('/team/duty', { duty }));
    await this.read();
    this.announcer.say(said ? SAYS[duty] : (this.act.problem()?.title ?? ''));
  }

  async read(): Promise<void> {
    try {
      this.team.set(await this.api.get<TeamMemberView[]>('/team'));
      this.failed.set(false);
    } catch {
      this.failed.set(true);
    }
  }
}
