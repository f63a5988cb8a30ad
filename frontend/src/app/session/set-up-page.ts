import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Location } from '@angular/common';
import { Router } from '@angular/router';
import { Api } from '../api/api';
import { faultOf, problemOf, type Problem } from '../api/problem';
import { Mark } from '../ui/mark';
import { Told } from '../ui/told';
import { Session } from './session';

/** The first administrator of a new desk, from the link that the start prints once. */
@Component({
  selector: 'desk-set-up-page',
  imports: [Mark, Told],
  templateUrl: './set-up-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetUpPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  /** Behind the hash, so that it reaches no server's log; it leaves the address at once, so that no history keeps it. */
  private readonly secret = globalThis.location.hash.slice(1);
  protected readonly hasLink = this.secret.length > 0;
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly faultOf = faultOf;

  constructor() {
    inject(Location).replaceState('/set-up');
  }

  protected async send(event: Event, name: string, email: string, password: string): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.post('/auth/set-up', { secret: this.secret, name: name.trim(), email: email.trim(), password });
      await this.session.signIn(email.trim(), password);
      await this.router.navigateByUrl('/settings', { replaceUrl: true });
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
