import { Injectable, computed, inject, signal } from '@angular/core';
import { Api, failure, read } from '../api/api';
import { problemOf, type Problem } from '../api/problem';
import type { ChangeAccount, InviteColleague, MadeLinkView, StaffView } from '../api/types';
import { Announcer } from '../ui/announcer';

/** What is open on the page: the invitation, or one account. */
export type Opened = 'invite' | (string & {}) | null;

/** The people of the desk and what an administrator does with their accounts. Lives as long as the page does. */
@Injectable()
export class StaffStore {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly reading = read<StaffView[]>(() => '/staff');
  private readonly known = signal<readonly StaffView[] | undefined>(undefined);
  readonly loading = this.reading.isLoading;
  readonly loadProblem = failure(this.reading);
  readonly people = computed<readonly StaffView[] | undefined>(() => (this.reading.hasValue() ? this.reading.value() : this.known()));
  readonly opened = signal<Opened>(null);
  readonly busy = signal(false);
  /** A refusal of what is open. */
  readonly problem = signal<Problem | null>(null);
  /** The link made last; it is shown until something else is opened, and never again. */
  readonly made = signal<MadeLinkView | null>(null);
  /** What was done, said in the place where it was done. */
  readonly done = signal('');

  open(what: Opened): void {
    this.opened.set(this.opened() === what ? null : what);
    this.problem.set(null);
    this.made.set(null);
    this.done.set('');
  }

  reload(): void {
    this.known.set(this.people());
    this.reading.reload();
  }

  async invite(body: InviteColleague): Promise<void> {
    await this.act(async () => {
      const made = await this.api.post<MadeLinkView>('/staff', body);
      this.opened.set(made.accountId);
      this.made.set(made);
      return `${body.name} is invited.`;
    });
  }

  change(id: string, body: ChangeAccount): Promise<void> {
    return this.act(async () => {
      await this.api.put(`/staff/${id}`, body);
      return 'Saved. It holds from their next click on.';
    });
  }

  close({ id, name, version }: StaffView): Promise<void> {
    return this.act(async () => {
      await this.api.post(`/staff/${id}/deactivate`, { version });
      return `The account of ${name} is closed. They are signed out everywhere.`;
    });
  }

  reopen({ id, name, version }: StaffView, reason: string | null): Promise<void> {
    return this.act(async () => {
      await this.api.post(`/staff/${id}/activate`, { version, reason });
      return `${name} can sign in again.`;
    });
  }

  sendLink({ id, invited }: StaffView): Promise<void> {
    return this.act(async () => {
      this.made.set(await this.api.post<MadeLinkView>(`/staff/${id}/link`));
      return invited ? 'A new invitation is made. Older ones ended.' : 'A link is made. The old password works until it is used.';
    });
  }

  /** One act at a time. What was refused stays open with what was typed; somebody else's change in between is read again. */
  private async act(work: () => Promise<string>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.made.set(null);
    this.done.set('');
    try {
      const said = await work();
      this.done.set(said);
      this.announcer.say(said);
      this.reload();
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 412) this.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
