import { Injectable } from '@nestjs/common';
import { Db, invalid, sha256, type Actor, type Tx } from '../../platform/index.js';
import { readOwnArea, type OwnArea } from '../domain/place/own-area.js';
import { Places } from '../places.service.js';
import { requireService } from '../require-service.js';
import type { AreasView, AreaView, EditAreas, ServesView, TryAreas, WrittenArea } from './areas.dto.js';
import { AREAS, DROP_AREAS, KEEP_AREAS, NEW_AREAS, SERVES } from './areas.sql.js';
import { PartEditing } from './part-editing.service.js';

const markOf = (areas: readonly AreaView[]): string => sha256(JSON.stringify(areas.map(({ id, kind, label }) => [id, kind, label]))).toString('hex');

/** Areas as they were given: those that stay, and new ones as they were read. */
interface Read {
  stay: string[];
  fresh: OwnArea[];
}

/** A steward says whom a service takes people from. */
@Injectable()
export class AreasEditing {
  constructor(
    private readonly db: Db,
    private readonly places: Places,
    private readonly parts: PartEditing,
  ) {}

  /** Throws 404. */
  read(actor: Actor, serviceId: string): Promise<AreasView> {
    return this.db.as(actor, async (tx) => {
      await requireService(tx, serviceId);
      const areas = await this.areas(tx, serviceId);
      return { areas, mark: markOf(areas) };
    });
  }

  /** Whether these areas would hold a ZIP code; nothing is written. Throws 404, 422. */
  async tries(actor: Actor, serviceId: string, { areas, zip }: TryAreas): Promise<ServesView> {
    const { stay, fresh } = await this.readAll(areas);
    return this.db.as(actor, async (tx) => {
      await requireService(tx, serviceId);
      const [row] = await tx.query<ServesView>(SERVES, [stay, JSON.stringify(fresh), zip, serviceId]);
      return row ?? { serves: 'unknown' };
    });
  }

  /** Throws 404, 409 when the areas are others than were seen, 422 by the name of each field. */
  async change(actor: Actor, serviceId: string, { areas, mark }: EditAreas): Promise<AreasView> {
    const { stay, fresh } = await this.readAll(areas);
    await this.parts.change(actor, { serviceId, field: 'areas', mark }, {
      mark: async (tx) => markOf(await this.areas(tx, serviceId)),
      write: async (tx) => {
        await tx.query(DROP_AREAS, [serviceId, stay]);
        await tx.query(KEEP_AREAS, [serviceId, stay]);
        await tx.query(NEW_AREAS, [serviceId, JSON.stringify(fresh)]);
      },
    });
    return this.read(actor, serviceId);
  }

  private areas(tx: Tx, serviceId: string): Promise<AreaView[]> {
    return tx.query<AreaView>(AREAS, [serviceId]);
  }

  private async readAll(areas: readonly WrittenArea[]): Promise<Read> {
    const names = await this.places.names();
    const read = areas.map((area) => (area.id ? area.id : readOwnArea({ ...area, name: area.name ?? null }, names)));
    const faults = read.flatMap((one, at) => (typeof one === 'object' && 'detail' in one ? [{ field: `areas.${at}.value`, code: 'area.unread', detail: one.detail }] : []));
    if (faults.length) throw invalid(faults);
    return { stay: read.filter((one) => typeof one === 'string'), fresh: read.filter((one): one is OwnArea => typeof one === 'object' && !('detail' in one)) };
  }
}
