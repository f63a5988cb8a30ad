import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Config, Db, invalid, stale, type Actor, type Tx } from '../platform/index.js';
import { CrisisLine, Desk } from './desk.entity.js';
import { isZone } from './domain/desk-clock.js';
import type { ChangeCrisisLines, ChangeSettings, CrisisLineView, DeskView, SettingsView } from './settings.dto.js';

const KEPT_MS = 5000;
/** One id for the one row of settings, so that events and audit can name it. */
export const SETTINGS_ID = '00000000-0000-7000-8000-000000000001';

/* As JSON, in which a day is written as a day: the driver reads lists of days as midnights of this machine. */
const READ = `
select (select json_build_object('name', name, 'phone', phone, 'zone', zone, 'hours', hours, 'holidays', holidays, 'onCallEmail', on_call_email, 'supervisorEmail', supervisor_email,
    'dutyText', duty_text ->> 'en', 'dutyOn', duty_on, 'dutyVersion', duty_version, 'minorsProtocol', minors_protocol, 'linesConfirmedAt', lines_confirmed_at, 'linesConfirmedBy', lines_confirmed_by,
    'returnMinutes', return_minutes, 'promiseMinutes', promise_minutes, 'version', version) from settings.desk) as desk,
  (select coalesce(json_agg(json_build_object('id', id, 'place', place, 'language', language, 'audience', audience, 'kind', kind, 'label', label, 'target', target, 'note', note,
    'position', position, 'source', source, 'checkedOn', checked_on, 'checkedBy', checked_by) order by language, position, id), '[]') from settings.crisis_line) as lines`;

interface Read {
  desk: Omit<SettingsView, 'formOpen'>;
  lines: CrisisLineView[];
}

interface Copy {
  at: number;
  desk: SettingsView;
  lines: CrisisLineView[];
}

/** The desk's own facts: name, hours, zone, whom to call at night, crisis lines. Read through a copy at most 5 s old. */
@Injectable()
export class Settings {
  private copy: Copy | undefined;
  private reading: Promise<Copy> | undefined;

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
    if (this.copy && Date.now() - this.copy.at <= KEPT_MS) return this.copy;
    this.reading ??= this.readAside().finally(() => (this.reading = undefined));
    return this.reading;
  }

  /** Asked for by everybody, also by who is in the middle of a transaction: one reading for all of them. */
  private async readAside(): Promise<Copy> {
    return this.keep(this.shown(await this.db.aside<Read>(READ)));
  }

  /** What a change answers is read in its own transaction: where connections are short, one that was made would else be answered as a failure. */
  private keep(read: Omit<Copy, 'at'>): Copy {
    this.copy = { at: Date.now(), ...read };
    return this.copy;
  }

  private async read(tx: Tx): Promise<Omit<Copy, 'at'>> {
    return this.shown(await tx.query<Read>(READ));
  }

  private shown([read]: Read[]): Omit<Copy, 'at'> {
    const { desk, lines } = read as Read;
    const confirmed = desk.linesConfirmedAt && new Date(desk.linesConfirmedAt).toISOString();
    return { desk: { ...desk, linesConfirmedAt: confirmed, formOpen: this.config.demo || confirmed !== null }, lines };
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
