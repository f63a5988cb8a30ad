import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Act } from '../../api/act';
import { Api } from '../../api/api';
import { Counts } from '../../api/counts';
import { Latest } from '../../api/latest';
import type { AlikeView, TakenDownView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { newId } from '../../ui/new-id';
import { Pause } from '../../ui/pause';
import { isEmpty, NOTHING, readSaid, requestOf, type Said } from './said';
import { SaidSaver } from './said-saver';
import { Script } from './script';

const REUSED = 'It was sent before, as it was then: look under “Mine”. Press again to make a second request of what stands here now.';

/** A call, a visit or a letter while it is written down, until it is a request. */
@Injectable()
export class TakingDownStore {
  private readonly api = inject(Api);
  private readonly counts = inject(Counts);
  private readonly announcer = inject(Announcer);
  private readonly script = inject(Script);
  readonly saver = inject(SaidSaver);
  readonly act = new Act();
  readonly said = signal<Said>(NOTHING);
  readonly ready = signal(false);
  /** When what was found here was kept; null where one began anew. */
  readonly found = signal<string | null>(null);
  /** What was thrown away while this page is open. */
  readonly thrown = signal<Said | null>(null);
  readonly done = signal<TakenDownView | null>(null);
  readonly isEmpty = computed(() => isEmpty(this.said()));
  readonly alike = signal<readonly AlikeView[]>([]);
  private readonly latest = new Latest();
  private readonly pause = new Pause();
  /** What other requests are looked for by; empty where none may be. */
  private readonly by = computed(() => askedBy(this.said()));

  constructor() {
    effect(() => {
      const by = this.by();
      untracked(() => this.look(by));
    });
  }

  async open(): Promise<void> {
    const [kept] = await Promise.all([this.saver.read(), this.script.load()]);
    if (kept?.answers && this.isEmpty()) {
      this.said.set(readSaid(kept.answers));
      this.script.language.set(this.said().language);
      this.found.set(kept.savedAt);
      this.saver.goOn(kept);
    }
    this.ready.set(true);
  }

  change(part: Partial<Said>): void {
    this.said.update((said) => ({ ...said, ...part }));
    if (part.language) this.script.language.set(part.language);
    this.saver.keep(this.said());
  }

  throwAway(): void {
    this.thrown.set(this.said());
    this.begin();
    this.saver.keep(NOTHING);
    void this.saver.flush();
    this.announcer.say('Thrown away.');
  }

  takeBack(): void {
    const said = this.thrown();
    this.thrown.set(null);
    if (said) this.change(said);
  }

  /** Nothing is lost when it is refused. */
  async send(): Promise<boolean> {
    this.saver.stop();
    const said = this.script.said();
    const words = { wording: said?.lines['choice.wording'] ?? '', language: said?.language ?? 'en' };
    const done = await this.act.run(async () => this.done.set(await this.api.once<TakenDownView>('/inquiries', requestOf(this.said(), words), this.saver.key)));
    if (done) this.counts.reload();
    else this.refused();
    return done;
  }

  /** The next one. */
  begin(): void {
    this.said.set(NOTHING);
    this.found.set(null);
    this.done.set(null);
    this.act.problem.set(null);
    this.script.language.set(NOTHING.language);
    this.saver.stop();
    this.saver.key = newId();
  }

  private refused(): void {
    const problem = this.act.problem();
    if (problem?.code === 'request.key-reused') {
      this.saver.key = newId();
      this.act.problem.set({ ...problem, title: REUSED });
    }
    this.saver.keep(this.said());
  }

  private look(by: string): void {
    this.latest.drop();
    this.alike.set([]);
    if (by) this.pause.before(() => void this.lookNow(by));
  }

  private async lookNow(by: string): Promise<void> {
    if (by !== this.by()) return;
    await this.latest.read(() => this.api.post<AlikeView[]>('/taking-down/alike', JSON.parse(by)), (found) => {
      this.alike.set(found);
      if (found.length) this.announcer.say(found.length === 1 ? 'Another request has this number or address.' : `${found.length} other requests have this number or address.`);
    });
  }
}

const WHOLE: Readonly<Record<string, RegExp>> = { phone: /(\d\D*){7}/, text: /(\d\D*){7}/, email: /@.+\../ };
/** What other requests are looked for by; empty where nothing whole was typed, and where violence was named. */
function askedBy({ channel, phone, email, topics }: Said): string {
  const field = channel === 'email' ? 'email' : 'phone';
  const typed = (field === 'email' ? email : phone).trim();
  return !topics.includes('abuse') && WHOLE[channel]?.test(typed) ? JSON.stringify({ channel, [field]: typed, topics }) : '';
}
