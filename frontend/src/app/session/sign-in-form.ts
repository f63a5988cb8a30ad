import { ChangeDetectionStrategy, Component, type ElementRef, afterNextRender, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { faultOf, problemOf, type Problem } from '../api/problem';
import { Told } from '../ui/told';
import { Session } from './session';

/** E-mail and password, with paste and the browser's own password manager. Used on the sign-in page, on top of a lost session and on the lock. */
@Component({
  selector: 'desk-sign-in-form',
  imports: [Told],
  templateUrl: './sign-in-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInForm {
  private readonly session = inject(Session);
  /** Known when somebody comes back. */
  readonly knownEmail = input('');
  readonly action = input('Sign in');
  readonly signedIn = output();
  protected readonly email = linkedSignal(() => this.knownEmail());
  protected readonly password = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly faultOf = faultOf;
  private readonly passwordBox = viewChild.required<ElementRef<HTMLInputElement>>('passwordBox');
  private readonly emailBox = viewChild<ElementRef<HTMLInputElement>>('emailBox');

  constructor() {
    afterNextRender(() => { if (this.knownEmail()) this.passwordBox().nativeElement.focus(); });
  }

  /** Fills a demo account in, from outside. */
  fill(email: string, password: string): void {
    this.email.set(email);
    this.password.set(password);
    this.emailBox()?.nativeElement.focus();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.session.signIn(this.email().trim(), this.password());
      this.password.set('');
      this.signedIn.emit();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
