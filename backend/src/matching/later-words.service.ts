import { Injectable } from '@nestjs/common';
import { AddedWords } from '../intake/index.js';
import { log, type Actor } from '../platform/index.js';
import { Understanding } from './understanding.service.js';

/** Words that a person adds later are listened to at once: somebody may have put the request to sleep, also for when they write. */
@Injectable()
export class LaterWords {
  constructor(
    private readonly understanding: Understanding,
    private readonly added: AddedWords,
  ) {}

  /** Throws 404 when the request is gone. */
  async add(actor: Actor, inquiryId: string, text: string): Promise<void> {
    await this.added.add(actor, inquiryId, text, await this.dangerous(text));
  }

  /** Whatever is wrong with the lexicon: what they wrote is kept. */
  private async dangerous(text: string): Promise<boolean> {
    try {
      return (await this.understanding.sound(text)).tier === 'hard';
    } catch (error) {
      log('words.unheard', { kind: error instanceof Error ? error.name : 'unknown' });
      return false;
    }
  }
}
