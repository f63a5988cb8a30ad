import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The desk's sign: an open ring with a tick. */
@Component({
  selector: 'svg[mark]',
  template: '<svg:path d="M24.6 8.4A11.5 11.5 0 1 0 27.5 16" /><svg:path d="m10.5 16.4 4 4L27 7.4" />',
  host: { class: 'mark', viewBox: '0 0 32 32', 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Mark {}
