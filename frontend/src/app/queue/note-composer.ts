import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, computed, effect, inject, input, output, signal, untracked, viewChild } from '@angular/core';
import { Api } from '../api/api';
import { problemOf, type Problem } from '../api/problem';
import type { Audience } from '../api/types';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { KeyCap } from '../ui/key-cap';
import { Keys } from '../ui/keys';
import { NeedsNet } from '../ui/needs-net';
import { newId } from '../ui/new-id';
import { clockSeconds } from '../ui/time';
import { Told } from '../ui/told';
import { asksForText, inserted } from './templates/template-words';
import { ReadyTexts } from './templates/ready-texts';
import { DraftSaver } from './draft-saver';

/** Writes a note. Plain text; the draft is never lost. */
@Component({
  selector: 'desk-note-composer',
  imports: [NeedsNet, Icon, KeyCap, ReadyTexts, Told],
  providers: [DraftSaver],
  templateUrl: './note-composer.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoteComposer {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly draft = inject(DraftSaver);
  readonly inquiryId = input.required<string>();
  readonly noted = output();
  protected readonly audience = signal<Audience>('desk');
  /** A ready text is chosen. */
  protected readonly choosing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly savedWords = computed(() => {
    if (this.draft.state() === 'failed') return 'Draft not saved yet. It is kept here and tried again.';
    const at = this.draft.savedAt();
    return this.draft.state() === 'saved' && at ? `Draft saved ${clockSeconds(at)}` : '';
  });
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');
  /** Made once for each note: a second try writes it once. */
  private noteId = newId();

  constructor() {
    effect(() => {
      const id = this.inquiryId();
      untracked(() => void this.draft.open(id));
    });
    inject(DestroyRef).onDestroy(inject(Keys).add({ key: 't', does: 'insert a ready text', also: ['template', 'macro', 'canned'], press: () => this.choosing.set(true) }));
  }

  /** Two strokes ask for a ready text. */
  protected typed(box: HTMLTextAreaElement): void {
    this.draft.type(box.value);
    if (asksForText(box.value, box.selectionStart)) this.choosing.set(true);
  }

  /** Where the caret was. */
  protected insert(box: HTMLTextAreaElement, text: string): void {
    const { value, caret } = inserted(box, text);
    this.draft.type(value);
    setTimeout(() => {
      box.focus();
      box.setSelectionRange(caret, caret);
    });
  }

  protected decide(keep: 'both' | 'mine' | 'theirs'): void {
    this.draft.decide(keep);
    this.announcer.say(keep === 'both' ? 'Both texts are in the note.' : 'Decided. The draft is saved.');
    this.focus();
  }

  focus(): void {
    this.box().nativeElement.focus();
  }

  protected async save(): Promise<void> {
    const text = this.draft.text().trim();
    if (!text || this.busy() || this.draft.elsewhere()) return this.focus();
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.draft.flush();
      await this.api.post(`/inquiries/${this.inquiryId()}/notes`, { id: this.noteId, text, audience: this.audience() });
      this.noteId = newId();
      this.draft.done();
      this.announcer.say('Note saved.');
      this.noted.emit();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
