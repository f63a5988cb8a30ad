import { Injectable, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { merge } from 'rxjs';
import { debounceTime, filter } from 'rxjs/operators';
import { Api, failure, kept, read } from '../api/api';
import { Live } from '../api/live';
import type { ReferralView, SaidView, SayOutcome, TryPerson } from '../api/refer-types';
import type { FollowUpView } from '../api/types';
import { GROUPS } from './due-words';

const CHANGES = /^(follow-up|referral|consent|outcome|inquiry)\./;
const CALM = 500;

/** What is due, and what is done about it. Read again when something happens; rows that are open stay open. */
@Injectable()
export class FollowUpStore {
  private readonly api = inject(Api);
  private readonly reading = read<FollowUpView[]>(() => '/follow-ups');
  private readonly known = kept(() => '/follow-ups', this.reading);
  readonly loading = this.reading.isLoading;
  readonly problem = failure(this.reading);
  readonly dues = computed<readonly FollowUpView[]>(() => this.known() ?? []);
  readonly groups = computed(() => GROUPS.map((group) => ({ ...group, dues: this.dues().filter((due) => due.group === group.code) })).filter(({ dues }) => dues.length));

  constructor() {
    const live = inject(Live);
    merge(live.events.pipe(filter(({ type }) => CHANGES.test(type))), live.gap).pipe(debounceTime(CALM), takeUntilDestroyed()).subscribe(() => this.reload());
  }

  reload(): void {
    this.reading.reload();
  }

  tryPerson({ id }: FollowUpView, body: TryPerson): Promise<void> {
    return this.act(() => this.api.post<void>(`/follow-ups/${id}/attempts`, body));
  }

  done({ id }: FollowUpView): Promise<void> {
    return this.act(() => this.api.post<void>(`/follow-ups/${id}/done`));
  }

  referrals({ inquiryId }: FollowUpView): Promise<ReferralView[]> {
    return this.api.get<ReferralView[]>(`/inquiries/${inquiryId}/referrals`);
  }

  say({ id }: ReferralView, body: SayOutcome): Promise<SaidView> {
    return this.act(() => this.api.post<SaidView>(`/referrals/${id}/outcome`, body));
  }

  private async act<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.reload();
    }
  }
}
