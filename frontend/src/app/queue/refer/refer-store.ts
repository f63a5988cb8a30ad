import { Injectable, computed, inject, signal } from '@angular/core';
import { Api, failure, kept, read } from '../../api/api';
import type { AgencyLetterView } from '../../api/message-types';
import type { AgencyPreview, EndNeed, EnterAnswer, MakeReferral, OutcomeView, RecallReason, ReferralView, ReplyToAgency, SaidView, SayOutcome, SharedField } from '../../api/refer-types';
import type { NeedView, TaskAtClosing } from '../../api/types';
import { InquiryStore } from '../inquiry-store';

/** The ways taken for one request and what came of them. Whatever is done here is read again, so that the next act names the version that is on the screen. */
@Injectable()
export class ReferStore {
  private readonly api = inject(Api);
  private readonly inquiry = inject(InquiryStore);
  private readonly referrals_ = read<ReferralView[]>(() => this.inquiry.readable('/referrals'));
  private readonly outcomes_ = read<OutcomeView[]>(() => this.inquiry.readable('/outcomes'));
  private readonly known = kept(() => this.inquiry.readable('/referrals'), this.referrals_);
  private readonly said = kept(() => this.inquiry.readable('/outcomes'), this.outcomes_);
  readonly referrals = computed<readonly ReferralView[]>(() => this.known() ?? []);
  readonly outcomes = computed<readonly OutcomeView[]>(() => this.said() ?? []);
  readonly problem = failure(this.referrals_);
  /** Id of the referral that was made last on this screen: the focus goes there. */
  readonly made = signal<string | null>(null);

  constructor() {
    this.inquiry.alsoReload(() => this.reload());
  }

  /** What is under way for one option. */
  under(optionId: string): ReferralView | undefined {
    return this.referrals().find((referral) => referral.optionId === optionId && referral.endedAt === null);
  }

  reload(): void {
    this.referrals_.reload();
    this.outcomes_.reload();
  }

  preview(optionId: string, fields: readonly SharedField[]): Promise<AgencyPreview> {
    return this.api.post<AgencyPreview>(this.inquiry.at('/referral-preview'), { optionId, fields });
  }

  /** The letter that a link would travel in. */
  letter(optionId: string): Promise<AgencyLetterView> {
    return this.api.get<AgencyLetterView>(this.inquiry.at(`/options/${optionId}/letter`));
  }

  async make(body: MakeReferral): Promise<void> {
    const all = await this.act(() => this.api.post<ReferralView[]>(this.inquiry.at('/referrals'), body));
    this.made.set(all.find(({ optionId, endedAt }) => optionId === body.optionId && endedAt === null)?.id ?? null);
  }

  answer({ id, version }: ReferralView, body: EnterAnswer): Promise<ReferralView> {
    return this.act(() => this.api.post<ReferralView>(`/referrals/${id}/answer`, body, { version }));
  }

  reply({ id, version }: ReferralView, body: ReplyToAgency): Promise<ReferralView> {
    return this.act(() => this.api.post<ReferralView>(`/referrals/${id}/reply`, body, { version }));
  }

  recall({ id, version }: ReferralView, reason: RecallReason): Promise<ReferralView> {
    return this.act(() => this.api.post<ReferralView>(`/referrals/${id}/recall`, { reason }, { version }));
  }

  withdrawConsent({ id }: ReferralView): Promise<void> {
    return this.act(() => this.api.post<void>(`/referrals/${id}/withdraw-consent`));
  }

  say({ id }: ReferralView, body: SayOutcome): Promise<SaidView> {
    return this.act(() => this.api.post<SaidView>(`/referrals/${id}/outcome`, body));
  }

  endNeed({ id, version }: NeedView, body: EndNeed): Promise<void> {
    return this.act(() => this.api.post<void>(`/needs/${id}/end`, body, { version }));
  }

  reopenNeed({ id, version }: NeedView): Promise<void> {
    return this.act(() => this.api.post<void>(`/needs/${id}/reopen`, {}, { version }));
  }

  close(tasks: readonly TaskAtClosing[] = []): Promise<void> {
    return this.act(() => this.api.post<void>(this.inquiry.at('/close'), { tasks }, { version: this.inquiry.inquiry()?.version ?? 0 }));
  }

  /** Reads everything again also when it was refused: somebody may have been quicker. */
  private async act<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.inquiry.reload();
    }
  }}
