import { ChangeDetectionStrategy, Component } from '@angular/core';
import { CrisisLines } from './crisis-lines';
import { DeskSettings } from './desk-settings';

@Component({
  selector: 'desk-settings-page',
  imports: [CrisisLines, DeskSettings],
  template: `<div class="page"><div class="page-in"><h1 tabindex="-1">Settings</h1><desk-crisis-lines /><desk-desk-settings /></div></div>`,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {}
