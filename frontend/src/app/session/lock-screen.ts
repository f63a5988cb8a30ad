import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Mark } from '../ui/mark';
import { Session } from './session';
import { SignInForm } from './sign-in-form';

/** A blank screen. It names nobody: who walks by learns nothing. */
@Component({
  selector: 'desk-lock-screen',
  imports: [Mark, SignInForm],
  template: `
    <main class="lock">
      <svg mark></svg>
      <h1>Locked</h1>
      <p class="muted">Nothing was lost. Your password opens the desk again.</p>
      <div class="door-in"><desk-sign-in-form [knownEmail]="session.me()?.email ?? ''" action="Unlock" /></div>
      <button type="button" class="link" (click)="leave()">Sign out instead</button>
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LockScreen {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);

  protected async leave(): Promise<void> {
    await this.session.signOut();
    void this.router.navigateByUrl('/sign-in');
  }
}
