import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Inquiries, Shareable, type OpenInquiry } from '../../intake/index.js';
import { Db, type Actor, type Tx } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import { fillTemplate, isPrivate, refusalOf, type Hearing, type Values } from '../domain/template.js';
import type { ReadyTextView } from './templates.dto.js';

/** The place that the person chose last, and its first number. */
const CHOSEN = `
select s.name, (select f.number from directory.phone f where f.service_id = s.id or f.organization_id = s.organization_id order by f.service_id is null, f.position, f.id limit 1) as phone
from referrals.option o join directory.service s on s.id = o.service_id where o.inquiry_id = $1 and o.decision = 'chosen' order by o.decided_at desc, o.id limit 1`;
const TEMPLATES = 'select id, title, kind, neutral, texts from notifications.template where not off order by kind, lower(title), id';

type Row = Pick<ReadyTextView, 'id' | 'title' | 'kind'> & { neutral: boolean; texts: Record<string, string> };
interface Chosen {
  name: string;
  phone: string | null;
}

/** The templates as one request fills them, in the person's language first. Its plan of contact decides what may be used. */
@Injectable()
export class ReadyTexts {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly inquiries: Inquiries,
    private readonly shareable: Shareable,
    private readonly settings: Settings,
  ) {}

  /** Throws 404 like a note. */
  for(actor: Actor, inquiryId: string): Promise<ReadyTextView[]> {
    return this.db.as(actor, async (tx) => {
      const row = await this.inquiries.visible(tx, actor, 'note.write', inquiryId);
      await this.audit.record(tx, actor, { act: 'inquiry.read', object: 'inquiry', objectId: inquiryId, fields: ['safeContact'] });
      const { safe, language } = this.shareable.open(row);
      const hearing: Hearing = { channel: safe.channel, others: safe.others, emailOk: safe.emailOk, dv: row.dv };
      const values = await this.values(tx, actor, row, isPrivate(hearing) ? safe.name : null);
      const templates = await tx.query<Row>(TEMPLATES, []);
      return templates.map((each) => ready(each, { language, hearing, values }));
    });
  }

  /** `name` is what they asked to be called on this way, where nobody else hears it. */
  private async values(tx: Tx, actor: Actor, { id, reference }: OpenInquiry, name: string | null): Promise<Values> {
    const [chosen] = await tx.query<Chosen>(CHOSEN, [id]);
    const { phone } = await this.settings.desk();
    const all = { reference, 'first name': name, service: chosen?.name, 'service phone': chosen?.phone, 'specialist first name': actor.name?.split(' ')[0], 'desk phone': phone };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
  }
}

function ready({ id, title, kind, neutral, texts }: Row, { language, hearing, values }: { language: string; hearing: Hearing; values: Values }): ReadyTextView {
  const written = texts[language] === undefined ? 'en' : language;
  const refused = refusalOf({ kind, neutral }, hearing) ?? null;
  const filled = fillTemplate(texts[written] ?? '', values);
  const missing = 'missing' in filled ? filled.missing : [];
  return { id, title, kind, language: written, text: refused || 'missing' in filled ? null : filled.text, missing, refused };
}
