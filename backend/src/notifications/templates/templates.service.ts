import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { LANGUAGE_TAG } from '../../intake/index.js';
import { conflict, Db, invalid, notFound, stale, violates, type Actor, type FieldFault } from '../../platform/index.js';
import { fillTemplate, templateFaults, type Values } from '../domain/template.js';
import type { KeepTemplate, TemplateView, TriedTemplateView, TryTemplate } from './templates.dto.js';

const ALL = `
select t.id, t.title, t.kind, t.neutral, t.texts, t.version, a.name as "changedBy", t.changed_at as "changedAt"
from notifications.template t join people.account a on a.id = t.changed_by where not t.off order by t.kind, lower(t.title), t.id`;
const MAKE = 'insert into notifications.template (id, title, kind, neutral, texts, changed_by) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing returning id';
const CHANGE = `
update notifications.template set title = $2, kind = $3, neutral = $4, texts = $5, changed_by = $6, changed_at = now(), version = version + 1 where id = $1 and version = $7 and not off returning id`;
const OFF = 'update notifications.template set off = true, changed_by = $2, changed_at = now(), version = version + 1 where id = $1 and version = $3 and not off returning id';

/** Invented, for a preview. */
const SAMPLE: Values = { reference: 'R-4K7P-29', 'first name': 'Marisol', service: 'Quiet Oak Peer Group', 'service phone': '203 555 0101', 'specialist first name': 'Ruth', 'desk phone': '203 555 0100' };
const MOST_TEXT = 2000;

/** Words that are ready, kept by supervisors: nothing is kept that could be sent with a brace in it. */
@Injectable()
export class Templates {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  all(actor: Actor): Promise<TemplateView[]> {
    return this.db.statement<TemplateView>(actor, ALL, []);
  }

  /** The same filling as a request's, with invented values. */
  try({ text, neutral }: TryTemplate): TriedTemplateView {
    const faults = templateFaults(text, { neutral }).map(({ detail }) => detail);
    const filled = faults.length ? undefined : fillTemplate(text, SAMPLE);
    return { text: filled && 'text' in filled ? filled.text : null, faults };
  }

  /** Makes it (version 0) or changes it. Throws 422 by field, 412 when somebody changed it since, 409 `template.title` for a title that is taken. */
  async keep(actor: Actor, id: string, version: number, wanted: KeepTemplate): Promise<void> {
    const texts = textsOf(wanted);
    const values = [id, wanted.title.trim(), wanted.kind, wanted.neutral, JSON.stringify(texts), actor.id];
    try {
      await this.write(actor, id, version ? [CHANGE, [...values, version]] : [MAKE, values], Object.keys(texts));
    } catch (error) {
      if (violates(error, 'template_title')) throw conflict('template.title', 'Another one has this title. Choose another title.');
      throw error;
    }
  }

  /** It is offered no more; what was written with it stays. */
  async off(actor: Actor, id: string, version: number): Promise<void> {
    await this.write(actor, id, [OFF, [id, actor.id, version]], ['off']);
  }

  private async write(actor: Actor, id: string, [sql, values]: [string, unknown[]], fields: readonly string[]): Promise<void> {
    await this.db.as(actor, async (tx) => {
      if (!(await tx.query(sql, values)).length) throw (await tx.query('select 1 from notifications.template where id = $1 and not off', [id])).length ? stale('template') : notFound('template');
      await this.audit.record(tx, actor, { act: 'template.change', object: 'template', objectId: id, fields });
    });
  }
}

/** Texts that say something, each without a fault. */
function textsOf({ texts, neutral }: KeepTemplate): Record<string, string> {
  const said = Object.entries(texts).flatMap(([language, text]) => (typeof text === 'string' && text.trim() ? [[language, text.trim()] as const] : []));
  const faults = said.flatMap(([language, text]) => faultsOf(language, text, neutral));
  if (!said.some(([language]) => language === 'en')) faults.push({ field: 'texts.en', code: 'text.missing', detail: 'Write the English text: it is used where a language has none' });
  if (faults.length) throw invalid(faults);
  return Object.fromEntries(said);
}
function faultsOf(language: string, text: string, neutral: boolean): FieldFault[] {
  const field = `texts.${language}`;
  if (!LANGUAGE_TAG.test(language)) return [{ field, code: 'language', detail: 'Name the language as BCP 47 does, such as en or es' }];
  if (text.length > MOST_TEXT) return [{ field, code: 'text.long', detail: 'Use at most 2,000 characters' }];
  return templateFaults(text, { neutral }).map(({ code, detail }) => ({ field, code, detail }));
}
