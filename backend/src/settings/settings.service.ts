import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Config, Db, invalid, stale, SYSTEM, type Actor, type Tx } from '../platform/index.js';
import { CrisisLine, Desk } from './desk.entity.js';
import { isZone } from './domain/desk-clock.js';
import type { ChangeCrisisLines, ChangeSettings, CrisisLineView, DeskView, SettingsView } from './settings.dto.js';

const KEPT_MS = 5000;
/** One id for the one row of settings, so that events and audit can name it. */
export const SETTINGS_ID = '00000000-0000-7000-8000-000000000001';

/** PostgreSQL's lists of days are read as midnights of this machine; one day is read as it is written. */
const dayOf = (day: string | Date): string => (typeof day === 'string' ? day : [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-'));

interface Copy {
  at: number;
  desk: SettingsView;
  lines: CrisisLineView[];
}

/** The desk's own facts: name, hours, zone, whom to call at night, crisis lines. Read through a copy at most 5 s old. */
@Injectable()
export class Settings {
  private copy: Copy | undefined;

  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly journal: Journal,
  ) {}

  async desk(): Promise<SettingsView> {
    return (await this.current()).desk;
  }

  async about(): Promise<DeskView> {
    const { name, zone } = await this.desk();
    return { name, zone };
  }

  /** The lines for a page in `language`, English where that language has none; youth lines first when asked for. */
  async lines(language: string, youth = false): Promise<CrisisLineView[]> {
    const { lines } = await this.current();
    const own = lines.filter((line) => line.language === language);
    const shown = own.length ? own : lines.filter((line) => line.language === 'en');
    return shown.filter((line) => youth || line.audience === 'everyone').sort((a, b) => Number(b.audience === 'youth') - Number(a.audience === 'youth') || a.position - b.position);
  }

  async allLines(): Promise<CrisisLineView[]> {
    return (await this.current()).lines;
  }

  private async current(): Promise<Copy> {
    if (!this.copy || Date.now() - this.copy.at > KEPT_MS) return this.keep(await this.db.as(SYSTEM, (tx) => this.read(tx)));
    return this.copy;
  }

  /** What a change answers is read in its own transaction: where connections are short, one that was made would else be answered as a failure. */
  private keep(read: Omit<Copy, 'at'>): Copy {
    this.copy = { at: Date.now(), ...read };
    return this.copy;
  }

  private async read(tx: Tx): Promise<Omit<Copy, 'at'>> {
    const desk = await tx.manager.findOneByOrFail(Desk, { id: true });
    const lines = await tx.manager.find(CrisisLine, { order: { language: 'ASC', position: 'ASC', id: 'ASC' } });
    return { desk: this.view(desk), lines: lines.map(({ version: _, ...line }) => line) };
  }

  private view({ id: _, holidays, dutyText, linesConfirmedAt, ...desk }: Desk): SettingsView {
    return { ...desk, holidays: holidays.map(dayOf), dutyText: dutyText['en'] ?? null, linesConfirmedAt: linesConfirmedAt?.toISOString() ?? null, formOpen: this.config.demo || linesConfirmedAt !== null };
  }

  /** Throws 422 for an unknown zone, 412 when somebody changed them meanwhile. */
  async change(actor: Actor, { version, dutyText, ...change }: ChangeSettings): Promise<SettingsView> {
    if (change.zone && !isZone(change.zone)) throw invalid([{ field: 'zone', code: 'zone', detail: 'Write a zone such as America/New_York' }]);
    const duty: Record<string, string> = dutyText ? { en: dutyText } : {};
    const after = await this.db.as(actor, async (tx) => {
      const [before] = await tx.query<{ same: boolean }>('select duty_text = $1::jsonb as same from settings.desk for update', [JSON.stringify(duty)]);
      const done = await tx.manager.update(Desk, { id: true, version }, { ...change, dutyText: duty, ...(!before?.same && { dutyVersion: () => 'duty_version + 1' }), version: version + 1 });
      if (!done.affected) throw stale('settings');
      await this.noted(tx, actor, Object.keys(change));
      return this.read(tx);
    });
    return this.keep(after).desk;
  }

  /** Replaces all crisis lines. A person who does so has confirmed them, and the public form may open; the product's own first lines wait for that. */
  async changeLines(actor: Actor, { lines }: ChangeCrisisLines): Promise<CrisisLineView[]> {
    if (!lines.some((line) => line.language === 'en' && line.audience === 'everyone')) throw invalid([{ field: 'lines', code: 'lines', detail: 'Keep at least one English line for everyone' }]);
    const after = await this.db.as(actor, async (tx) => {
      await tx.query('delete from settings.crisis_line');
      await tx.manager.insert(CrisisLine, lines);
      await tx.manager.update(Desk, { id: true }, { linesConfirmedAt: actor.id ? () => 'now()' : null, linesConfirmedBy: actor.id });
      await this.noted(tx, actor, ['crisisLines']);
      return this.read(tx);
    });
    return this.keep(after).lines;
  }

  private async noted(tx: Tx, actor: Actor, fields: readonly string[]): Promise<void> {
    const act = { act: 'settings.change', object: 'settings', objectId: SETTINGS_ID, fields };
    await this.journal.record(tx, actor, { type: 'settings.changed', subject: SETTINGS_ID }, act);
  }
}
