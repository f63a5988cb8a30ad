import { Injectable, effect, signal } from '@angular/core';

const KEY = 'desk.map';

/** Whether the map is shown: off until somebody wants it, remembered while this tab is open. Nothing of a request is in it. */
@Injectable({ providedIn: 'root' })
export class MapChoice {
  readonly on = signal(sessionStorage.getItem(KEY) === 'on');

  constructor() {
    effect(() => sessionStorage.setItem(KEY, this.on() ? 'on' : 'off'));
  }
}
