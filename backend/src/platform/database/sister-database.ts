import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** The URL of a database beside `url`'s, on the same server and for the same role. */
export function sisterUrl(url: string, suffix: string): string {
  const sister = new URL(url);
  sister.pathname += suffix;
  return sister.toString();
}

const nameIn = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Names the migrations that this build has: a database of others is not used as a template. */
export const schemaMark = (): string =>
  createHash('sha256').update(readdirSync(join(__dirname, '..', '..', 'migrations')).filter((file) => /\.(js|ts)$/.test(file)).map((file) => file.replace(/\.\w+$/, '')).sort().join()).digest('base64url').slice(0, 16);

/** Databases beside the product's own, made and dropped by the owner. Nothing here touches the database of `ownerUrl` itself. */
export class SisterDatabases {
  constructor(private readonly ownerUrl: string) {}

  /** What was noted on the database of that suffix; undefined when there is none. */
  async note(suffix: string): Promise<string | undefined> {
    const [row] = await this.ask<{ note: string | null }>(`select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1`, [this.name(suffix)]);
    return row && (row.note ?? '');
  }

  /** Makes it anew, empty or as a copy of another one. Whoever is connected to an old one is sent away. */
  async make(suffix: string, template?: string): Promise<void> {
    await this.drop(suffix);
    await this.ask(`create database ${quoted(this.name(suffix))}${template === undefined ? '' : ` template ${quoted(this.name(template))}`}`);
  }

  async drop(suffix: string): Promise<void> {
    await this.ask(`drop database if exists ${quoted(this.name(suffix))} with (force)`);
  }

  /** Gives a finished database its name, and notes `note` on it: what was interrupted never has one. */
  async finish(from: string, to: string, note: string): Promise<void> {
    await this.drop(to);
    await this.ask(`alter database ${quoted(this.name(from))} rename to ${quoted(this.name(to))}`);
    await this.mark(to, note);
  }

  async mark(suffix: string, note: string): Promise<void> {
    await this.ask(`comment on database ${quoted(this.name(suffix))} is '${note.replaceAll("'", "''")}'`);
  }

  private name(suffix: string): string {
    return nameIn(this.ownerUrl) + suffix;
  }

  private async ask<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.ownerUrl, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }
}
