import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Duty, type Said } from '../session/duty';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';

const NOW: Readonly<Record<Said, { name: string; icon: IconName; next: 'on' | 'away'; press: string }>> = {
  on: { name: 'On duty', icon: 'check', next: 'away', press: 'Say that you are away' },
  away: { name: 'Away', icon: 'hour', next: 'on', press: 'Say that you are on duty' },
  off: { name: 'Not on duty', icon: 'off', next: 'on', press: 'Say that you are on duty' },
};

/** Whether you are on duty, by one press. It ends by itself when you sign out and when the desk closes. */
@Component({
  selector: 'desk-duty-toggle',
  imports: [Icon],
  template: `<button type="button" [class.btn]="boxed()" [attr.title]="now().name + '. ' + now().press" (click)="duty.say(now().next)"><svg [icon]="now().icon"></svg><span class="t">{{ now().name }}</span><span class="sr">. {{ now().press }}</span></button>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DutyToggle {
  protected readonly duty = inject(Duty);
  /** In the menu of a phone it looks like the buttons around it. */
  readonly boxed = input(false);
  protected readonly now = computed(() => NOW[this.duty.mine()]);
}
