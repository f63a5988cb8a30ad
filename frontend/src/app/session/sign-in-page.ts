import { ChangeDetectionStrategy, Component, inject, input, resource, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { DemoAccountView } from '../api/types';
import { Mark } from '../ui/mark';
import { ROLE_WORDS, word } from '../ui/words';
import { safeReturn } from './guards';
import { Session } from './session';
import { SignInForm } from './sign-in-form';

const DEMO_PASSWORD = 'demo lantern harbor';

@Component({
  selector: 'desk-sign-in-page',
  imports: [Mark, SignInForm],
  templateUrl: './sign-in-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly form = viewChild.required(SignInForm);
  /** Where to go on. */
  readonly to = input<string>();
  protected readonly demo = resource({ loader: () => this.session.demoAccounts(), defaultValue: [] });

  protected role({ role }: DemoAccountView): string {
    return role.split(/[\s,]+/).map((code) => word(ROLE_WORDS, code)).join(', ');
  }

  protected fill(account: DemoAccountView): void {
    this.form().fill(account.email, DEMO_PASSWORD);
  }

  protected enter(): void {
    void this.router.navigateByUrl(safeReturn(this.to()));
  }
}
