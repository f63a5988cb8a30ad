import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { isUuid } from '../../../directory/index.js';
import { Config, Db, DeskError, notFound, type Actor } from '../../../platform/index.js';
import { Settings } from '../../../settings/index.js';
import { about, openapi, profile } from './about.js';
import { LARGEST_PAGE, LISTS, ONE, readParameters, USUAL_PAGE, type ListName, type Name, type Values } from './domain/parameters.js';
import { PATCHES, type Patch } from './profile.js';
import { linesOf } from './lines.js';
import { oneStatement, pageStatement } from './statements.sql.js';

type Asked = Readonly<Record<string, unknown>>;

/** `minimal` is meant to come on one page. */
const ALL = 1_000_000;

/** Throws 404 for a list that is not there. */
function known(list: string): ListName {
  if (!Object.hasOwn(LISTS, list)) throw notFound('list');
  return list as ListName;
}

/** Throws 400 naming each parameter that cannot be meant. */
function valuesOf(taken: readonly Name[], query: Asked): Values {
  const { values, faults } = readParameters(taken, query);
  if (faults.length) throw new DeskError(400, 'parameter.refused', 'A parameter is not known here or makes no sense.', faults);
  return values;
}

/** How many and which page; more than the largest is cut. */
function pageOf({ page = 1, per_page: asked, minimal }: Values): { page: number; size: number } {
  const usual = minimal ? ALL : USUAL_PAGE;
  return { page: Number(page), size: asked === undefined ? usual : Math.min(Number(asked), LARGEST_PAGE) };
}

/** Answers of the HSDS API: texts that PostgreSQL made, passed through. */
@Injectable()
export class HsdsApi {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly settings: Settings,
  ) {}

  async about(): Promise<object> {
    return about(this.config.baseUrl, (await this.settings.desk()).name);
  }

  profile(): object {
    return profile(this.config.baseUrl);
  }

  /** One of the profile's patches. Throws 404. */
  patch(file: string): Patch {
    const patch = Object.hasOwn(PATCHES, file) ? PATCHES[file] : undefined;
    if (!patch) throw notFound('patch');
    return patch;
  }

  openapi(): object {
    return openapi(this.config.baseUrl);
  }

  async list(actor: Actor, name: string, query: Asked): Promise<string | StreamableFile> {
    const list = known(name);
    const values = valuesOf(LISTS[list], query);
    if (values.format === 'ndjson') return new StreamableFile(Readable.from(linesOf(this.db, actor, list, values)), { type: 'application/x-ndjson' });
    const { sql, parameters } = pageStatement(list, values, pageOf(values));
    const [row] = await this.db.statement<{ page: string }>(actor, sql, parameters);
    return row?.page ?? '';
  }

  /** One object, fully nested. Throws 404. */
  async one(actor: Actor, { list: name, id, query }: { list: string; id: string; query: Asked }): Promise<string> {
    const list = known(name);
    const values = valuesOf(ONE[list], query);
    const { sql, parameters } = oneStatement(list, id, values);
    const [row] = isUuid(id) ? await this.db.statement<{ one: string }>(actor, sql, parameters) : [];
    if (!row) throw notFound(list);
    return row.one;
  }
}
