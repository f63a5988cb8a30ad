import { DOCUMENT, DestroyRef, Injectable, effect, inject } from '@angular/core';
import { Api } from '../api/api';
import { problemOf } from '../api/problem';
import { Session } from '../session/session';
import { newId } from '../ui/new-id';

export const BEAT = 2_500;
/** Nobody looks at a screen that was not touched for so long; the session's own clock goes on then. */
const IDLE = 5 * 60_000;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'focus'] as const;

/** Says that this tab shows a request, until it shows another, hides, locks or closes. */
@Injectable()
export class Beat {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly page = inject(DOCUMENT);
  private readonly screen = newId();
  private inquiryId: string | undefined;
  private shown: string | undefined;
  private refused: string | undefined;
  private touchedAt = Date.now();

  constructor() {
    const view = this.page.defaultView!;
    const touch = (): void => this.touched();
    const turn = (): void => this.beat();
    const leave = (): void => this.leave();
    for (const type of TOUCHES) view.addEventListener(type, touch, { passive: true });
    this.page.addEventListener('visibilitychange', turn);
    view.addEventListener('pagehide', leave);
    const timer = setInterval(turn, BEAT);
    effect(() => { if (this.session.locked()) this.leave(); else this.beat(); });
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      for (const type of TOUCHES) view.removeEventListener(type, touch);
      this.page.removeEventListener('visibilitychange', turn);
      view.removeEventListener('pagehide', leave);
      this.leave();
    });
  }

  turnTo(inquiryId: string): void {
    this.inquiryId = inquiryId;
    this.refused = undefined;
    this.beat();
  }

  private touched(): void {
    const slept = this.idle();
    this.touchedAt = Date.now();
    if (slept) this.beat();
  }

  private idle(): boolean {
    return Date.now() - this.touchedAt > IDLE;
  }

  private beat(): void {
    const id = this.inquiryId;
    if (this.page.visibilityState === 'hidden' || this.session.locked() || this.session.ended() || this.idle()) return this.leave();
    if (!id || id === this.refused) return;
    this.shown = id;
    // A beat that is lost is followed by the next one; a request that is not ours to know is not asked for again.
    this.api.put(`/inquiries/${id}/presence`, { screen: this.screen, here: true }).catch((error: unknown) => { if (problemOf(error).status === 404) this.refused = id; });
  }

  /** Tells at once where it can; a tab that is killed is forgotten by the server. */
  private leave(): void {
    const id = this.shown;
    this.shown = undefined;
    if (id && this.session.me()) this.api.put(`/inquiries/${id}/presence`, { screen: this.screen, here: false }, { keepalive: true }).catch(() => undefined);
  }
}
