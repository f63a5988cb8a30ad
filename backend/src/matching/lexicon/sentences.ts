import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { conflict, Db, invalid, notFound, uuidv7, violates, type Actor } from '../../platform/index.js';
import type { TrialSentence } from '../phrases.service.js';
import type { Author } from '../phrase.entity.js';
import type { Names } from '../texts/reason-texts.js';
import { Understanding, type Heard, type Ready } from '../understanding.service.js';
import { Vocabulary } from '../vocabulary.service.js';
import { TryOut } from './try-out.js';
import type { ChangedSentence, SentenceReading, SentencesView, SentenceView, TriedEntry, TriedSentences, WriteSentence } from './try-out.dto.js';

const ALL = 'select id, text, whom, needs, tier, author from matching.sentence order by author, needs, text, id';
const MOST = 500;
const MOST_NEEDS = 4;
type Kept = TrialSentence & { author: Author };

/** Sentences with what is to be understood of them: what a change mends, and what it breaks. */
@Injectable()
export class Sentences {
  /** What the whole of each sentence makes likely, by its text: the same for every lexicon. */
  private heard: { version: string; of: Map<string, Heard> } = { version: '', of: new Map() };

  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly understanding: Understanding,
    private readonly vocabulary: Vocabulary,
    private readonly trying: TryOut,
  ) {}

  async view(actor: Actor): Promise<SentencesView> {
    const [ready, names] = await Promise.all([this.understanding.ready(), this.vocabulary.names(actor)]);
    const items: SentenceView[] = [];
    for (const sentence of await this.all(actor)) items.push(viewOf(sentence, await this.read(ready, sentence, names), names));
    return { items, right: items.filter(({ now }) => now.right).length };
  }

  /** What would be read otherwise with a line that nobody has saved. */
  async tried(actor: Actor, entry: TriedEntry): Promise<TriedSentences> {
    const [ready, names] = await Promise.all([this.understanding.ready(), this.vocabulary.names(actor)]);
    const changed = await this.trying.with(actor, ready, entry);
    const found: ChangedSentence[] = [];
    for (const sentence of await this.all(actor)) {
      const before = await this.read(ready, sentence, names);
      found.push({ ...viewOf(sentence, before, names), after: await this.read(changed, sentence, names) });
    }
    const right = (which: 'now' | 'after'): number => found.filter((one) => one[which].right).length;
    return { total: found.length, rightBefore: right('now'), rightAfter: right('after'), changed: found.filter(isChanged).sort((a, b) => weightOf(a) - weightOf(b)) };
  }

  async add(actor: Actor, { text, whom, needs, tier }: WriteSentence): Promise<{ id: string }> {
    const names = await this.vocabulary.names(actor);
    if (needs.length > MOST_NEEDS || new Set(needs).size < needs.length || !needs.every((code) => names.has(`need/${code}`))) throw invalid([{ field: 'needs', code: 'unknown', detail: `Choose at most ${MOST_NEEDS} needs, the main one first, each once.` }]);
    const id = uuidv7();
    try {
      await this.db.as(actor, async (tx) => {
        const made = await tx.query(`insert into matching.sentence (id, text, whom, needs, tier, author, changed_by, changed_at) select $1, $2, $3, $4, $5, 'desk', $6, now() where (select count(*) from matching.sentence) < ${MOST} returning id`, [id, text.trim(), whom ?? null, needs, tier, actor.id]);
        if (!made.length) throw conflict('lexicon.enough-sentences', `There are ${MOST} sentences, which is as many as are read at once. Delete one first.`);
        await this.audit.record(tx, actor, { act: 'directory.steward', object: 'lexicon-sentence', objectId: id, reason: 'added' });
      });
    } catch (error) {
      if (violates(error, 'sentence_once')) throw conflict('lexicon.there-already', 'There is this sentence already.');
      throw error;
    }
    return { id };
  }

  /** One of the desk's. Throws 404, and 409 for one of the product's. */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const [found] = await tx.query<{ author: Author }>('select author from matching.sentence where id = $1 for update', [id]);
      if (!found) throw notFound('sentence');
      if (found.author === 'product') throw conflict('lexicon.of-the-product', 'A sentence that came with the product stays.');
      await tx.query('delete from matching.sentence where id = $1', [id]);
      await this.audit.record(tx, actor, { act: 'directory.steward', object: 'lexicon-sentence', objectId: id, reason: 'deleted' });
    });
  }

  private all(actor: Actor): Promise<Kept[]> {
    return this.db.statement<Kept>(actor, ALL);
  }

  private async read(ready: Ready, { text, whom, needs, tier }: Kept, names: Names): Promise<SentenceReading> {
    const { understood, sounded } = this.understanding.readingBy(ready, text, whom, await this.heardIn(text));
    const codes = understood.needs.map(({ code }) => code);
    const right = sounded.tier === tier && (needs.length ? codes[0] === needs[0] && needs.every((code) => codes.includes(code)) : true);
    return { needs: codes.slice(0, MOST_NEEDS).map((code) => names.get(`need/${code}`) ?? code), tier: sounded.tier, right };
  }

  private async heardIn(text: string): Promise<Heard> {
    const version = this.understanding.learnedVersion;
    if (this.heard.version !== version) this.heard = { version, of: new Map() };
    const known = this.heard.of.get(text);
    if (known) return known;
    const heard = await this.understanding.heard(text);
    this.heard.of.set(text, heard);
    await setImmediate();
    return heard;
  }
}

const viewOf = ({ id, text, whom, needs, tier, author }: Kept, now: SentenceReading, names: Names): SentenceView => ({ id, text, whom, needs: [...needs], names: needs.map((code) => names.get(`need/${code}`) ?? code), tier, author, now });

const isChanged = ({ now, after }: ChangedSentence): boolean => now.tier !== after.tier || now.needs.join() !== after.needs.join();
/** Broken ones first, then mended ones. */
const weightOf = ({ now, after }: ChangedSentence): number => (now.right && !after.right ? 0 : !now.right && after.right ? 1 : 2);
