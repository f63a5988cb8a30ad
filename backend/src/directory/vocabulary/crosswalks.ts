import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { conflict, Db, invalid, notFound, uuidv7, type Actor, type Tx } from '../../platform/index.js';
import { likePatterns } from '../domain/term-search.js';
import { DECIDE, FORMER, HISTORY, STANDING, SUGGEST, SUPERSEDE, TAKE_BACK, TERMS_OF, VOCABULARIES } from './crosswalk.sql.js';
import { TermFinder } from './term-finder.js';
import type { CrosswalkStep, DecideMeaning, FoundTermView, ReadTerms, VocabularyTermPage, VocabularyTermView, LoadedVocabularyView } from './vocabularies.dto.js';

const MOST = 200;
const FOUND = 12;

interface Standing {
  vocabulary: string;
  code: string;
  decisionId: string | null;
  relation: string;
  termId: string | null;
}

/** What the terms of other vocabularies mean in ours, and what listings gain by it: suggestions, which a person confirms (decision 11). */
@Injectable()
export class Crosswalks {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly finder: TermFinder,
  ) {}

  /** Brings suggestions to what the mappings say now. Saying the same again writes nothing. */
  async follow(tx: Tx): Promise<void> {
    await tx.query(TAKE_BACK);
    await tx.query(SUGGEST);
  }

  vocabularies(actor: Actor): Promise<LoadedVocabularyView[]> {
    return this.db.statement<LoadedVocabularyView>(actor, VOCABULARIES);
  }

  /** Terms of one vocabulary, at most 200; `more` says that there are others. Throws 404. */
  async terms(actor: Actor, id: string, { search = '', open = false }: ReadTerms): Promise<VocabularyTermPage> {
    const rows = await this.db.statement<VocabularyTermView>(actor, TERMS_OF, [id, likePatterns(search), open, MOST + 1]);
    if (!rows.length && !(await this.db.statement(actor, 'select 1 from directory.taxonomy where id = $1', [id])).length) throw notFound('vocabulary');
    return { items: rows.slice(0, MOST), more: rows.length > MOST };
  }

  history(actor: Actor, termId: string): Promise<CrosswalkStep[]> {
    return this.db.statement<CrosswalkStep>(actor, HISTORY, [termId]);
  }

  /** Own terms by their names, definitions or what people say, in English and Spanish; the best first. */
  async find(search: string): Promise<FoundTermView[]> {
    return (await this.finder.search())
      .find(search)
      .slice(0, FOUND)
      .map(({ term: { phrases: _, nameEs: __, ...term }, said }) => ({ ...term, said }));
  }

  /** Says what a foreign term means. Throws 404 for a term that is not foreign, 422 for a meaning that cannot be. */
  decide(actor: Actor, id: string, { relation, termId = null }: DecideMeaning): Promise<void> {
    if ((relation === 'none') !== (termId === null)) throw invalid([{ field: 'termId', code: 'term-needed', detail: 'Choose one of our terms, or say that it means none.' }]);
    return this.change(actor, id, async (tx) => {
      if (termId !== null && !(await tx.query('select 1 from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id and x.own where t.id = $1 and t.retired_in is null', [termId])).length) throw notFound('term');
      return { relation, termId };
    });
  }

  /** Takes the last decision back: what stood before it stands again. Throws 404, and 409 where nothing was decided by a person. */
  undo(actor: Actor, id: string): Promise<void> {
    return this.change(actor, id, async (tx, standing) => {
      const [decided] = await tx.query<{ by: string | null }>('select decided_by as by from directory.crosswalk where id = $1', [standing.decisionId]);
      if (!decided?.by) throw conflict('crosswalk.nothing-to-undo', 'Nobody here decided on this term.');
      const [former] = await tx.query<{ relation: string; termId: string | null }>(FORMER, [standing.vocabulary, standing.code]);
      return former ?? { relation: 'open', termId: null };
    });
  }

  private async change(actor: Actor, id: string, meaning: (tx: Tx, standing: Standing) => Promise<{ relation: string; termId: string | null }>): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const [standing] = await tx.query<Standing>(STANDING, [id]);
      if (!standing) throw notFound('term');
      const { relation, termId } = await meaning(tx, standing);
      if (standing.decisionId) await tx.query(SUPERSEDE, [standing.decisionId]);
      await tx.query(DECIDE, [uuidv7(), standing.vocabulary, standing.code, termId, relation, actor.id]);
      await this.follow(tx);
      await this.journal.record(tx, actor, { type: 'vocabulary.meaning-decided', subject: id }, { act: 'directory.steward', object: 'term', objectId: id, fields: ['meaning'] });
    });
    this.journal.nudge();
  }
}
