import { Injectable } from '@nestjs/common';
import { Lexicon } from './domain/reading/lexicon.js';
import { read } from './domain/reading/read.js';
import { sound, type Sounded } from './domain/reading/tier.js';
import { understand, type ForWhom, type Understood } from './domain/reading/understand.js';
import { Phrases } from './phrases.service.js';

const KEPT_MS = 60_000;

/** Reads own words by the lexicon, which is read at most once a minute. */
@Injectable()
export class Understanding {
  private copy: { at: number; lexicon: Promise<Lexicon> } | undefined;

  constructor(private readonly phrases: Phrases) {}

  async of(text: string, whom: ForWhom): Promise<Understood> {
    const lexicon = await this.lexicon();
    return understand(text, read(text, lexicon), whom);
  }

  /** How urgent own words sound. A person looks at it, whatever it is. */
  async sound(text: string): Promise<Sounded> {
    return sound(text, await this.lexicon());
  }

  private lexicon(): Promise<Lexicon> {
    if (!this.copy || Date.now() - this.copy.at > KEPT_MS) this.copy = { at: Date.now(), lexicon: this.phrases.all().then(({ entries, groups }) => new Lexicon(entries, groups)) };
    return this.copy.lexicon;
  }
}
