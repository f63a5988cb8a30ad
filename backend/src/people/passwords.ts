import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { invalid, tooMany } from '../platform/index.js';

/** OWASP ASVS 5.0 appendix C allows less; trust.md 6.4 asks for this where it stays under 250 ms. */
const COST = { algorithm: 2 /* Argon2id */, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };
const AT_ONCE = 2;
const SHORTEST = 15;
const LONGEST = 256;
/** Compared against when there is no such account, so that both answers cost the same. */
const NOBODY = hash('there is nobody of this name here', COST);

const COMMON = ['password', 'letmein', 'qwerty', 'referral', 'welcome', '1234567'];

/** NIST SP 800-63B-4: length, no composition rules, Unicode by NFKC. Returns the fault's code or undefined. */
export function passwordFault(password: string): string | undefined {
  const text = password.normalize('NFKC');
  if ([...text].length < SHORTEST) return 'too-short';
  if ([...text].length > LONGEST) return 'too-long';
  if (new Set(text).size < 6 || COMMON.some((word) => text.toLowerCase().replaceAll(word, '').length < 8)) return 'too-common';
  return undefined;
}

const SENTENCES: Readonly<Record<string, string>> = {
  'too-short': `Use at least ${SHORTEST} characters. Four words are fine.`,
  'too-long': `Use at most ${LONGEST} characters.`,
  'too-common': 'Choose something that is harder to guess.',
};

/** Argon2id, at most two at a time: more would let a flood of sign-ins take the processor from the queue. */
@Injectable()
export class Passwords {
  private busy = 0;

  /** Throws 422 for a password that the rules refuse. */
  async hash(password: string): Promise<string> {
    const fault = passwordFault(password);
    if (fault) throw invalid([{ field: 'password', code: `password.${fault}`, detail: SENTENCES[fault] ?? '' }]);
    return this.slot(() => hash(password.normalize('NFKC'), COST));
  }

  /** Whether `password` opens `stored`. Takes the same time when there is nothing stored. */
  async fits(stored: string | null | undefined, password: string): Promise<boolean> {
    const against = stored ?? (await NOBODY);
    const fits = await this.slot(() => verify(against, password.normalize('NFKC')));
    return fits && Boolean(stored);
  }

  private async slot<T>(work: () => Promise<T>): Promise<T> {
    if (this.busy >= AT_ONCE) throw tooMany(2);
    this.busy++;
    try {
      return await work();
    } finally {
      this.busy--;
    }
  }
}
