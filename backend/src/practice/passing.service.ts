import { request as ask, type IncomingMessage } from 'node:http';
import { setTimeout as later } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_ALIVE, SESSION_COOKIE, type OpenSession } from '../people/index.js';
import { Clock, Db, DeskError, notFound, SYSTEM, type Actor } from '../platform/index.js';
import { GONE_AFTER, isBackground, isNotHere, passedBack, passedOn } from './domain/passing.js';
import type { Practiser, Seat } from './domain/talk.js';
import { PracticeDesk } from './practice-desk.service.js';

/** How long a request waits for the practice desk before it is asked to come again. */
const WAIT = 8_000;
const waits = (code: string, detail: string): DeskError => new DeskError(503, code, detail, [], { retryAfter: 2 });

interface Taken {
  seat: Seat;
  accountId: string | null;
  usedAt: number;
}

/** Passes a colleague's request on to the practice desk. Who they are was checked before, by the real desk's own guard, for each request. */
@Injectable()
export class Passing {
  private readonly seats = new Map<string, Taken>();

  constructor(
    private readonly desk: PracticeDesk,
    private readonly clock: Clock,
    private readonly db: Db,
  ) {}

  /** Colleagues other than `actor` who practised a moment ago and have not signed out since. */
  async others({ id }: Actor): Promise<number> {
    const since = this.clock.now().getTime() - GONE_AFTER;
    const lately = [...this.seats.values()].filter(({ usedAt, accountId }) => usedAt > since && accountId !== id).map(({ accountId }) => accountId);
    if (!lately.length) return 0;
    const [row] = await this.db.statement<{ count: number }>(SYSTEM, `select count(distinct s.account_id)::int as count from people.session s where s.account_id = any($1) and ${SESSION_ALIVE}`, [lately]);
    return row?.count ?? 0;
  }

  /** Throws 503 saying what to do while the practice desk does not answer; it is started again by that. */
  async pass(session: OpenSession, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const path = request.url.replace(/^\/practice\/api\//, '');
    const [place = ''] = path.split('?');
    if (isNotHere(decodeURI(place))) throw notFound('practice');
    await this.awake(isBackground(place));
    const answer = await this.answered(session, request, path);
    await reply.code(answer.statusCode ?? 502).headers(passedBack(answer.headers)).send(answer);
  }

  private async awake(background: boolean): Promise<void> {
    if (background && this.desk.state !== 'ready') throw waits('practice.resting', 'The practice desk rests. It starts again when you go on.');
    if (background) return;
    const given = await Promise.race([this.desk.start().then(() => true), later(WAIT, false, { ref: false })]);
    if (!given) throw waits('practice.starting', 'The practice desk is starting. Try again in a few seconds.');
    this.desk.used();
  }

  /** A seat that the practice desk no longer knows (it was made anew, or the seat grew cold) is taken again, once. */
  private async answered(session: OpenSession, request: FastifyRequest, path: string): Promise<IncomingMessage> {
    const first = await this.send(await this.seatOf(session, isBackground(path)), request, path);
    if (first.statusCode !== 401) return first;
    first.resume();
    this.seats.delete(session.csrf);
    return this.send(await this.seatOf(session, false), request, path);
  }

  private async seatOf({ csrf, actor }: OpenSession, background: boolean): Promise<Seat> {
    const now = this.clock.now().getTime();
    const known = this.seats.get(csrf);
    if (known && !background) known.usedAt = now;
    if (known) return known.seat;
    const seat = await this.desk.seat(practiser(actor));
    this.seats.set(csrf, { seat, accountId: actor.id, usedAt: now });
    for (const [key, { usedAt }] of this.seats) if (now - usedAt > 24 * 3_600_000) this.seats.delete(key);
    return seat;
  }

  private send({ cookie, csrf }: Seat, { method, headers, body }: FastifyRequest, path: string): Promise<IncomingMessage> {
    const text = body === undefined || body === null ? undefined : JSON.stringify(body);
    const given = { ...passedOn(headers), cookie: `${SESSION_COOKIE}=${cookie}`, 'x-csrf-token': csrf, ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }) };
    return new Promise((done, fail) => {
      const asked = ask({ socketPath: this.desk.socket, path: `/api/${path}`, method, headers: given }, done);
      asked.on('error', () => fail(waits('practice.stopped', 'The practice desk stopped. It is started again: try once more.')));
      asked.end(text);
    });
  }
}

const practiser = ({ id, name, roles, restricted }: OpenSession['actor']): Practiser => ({ id: id ?? '', name: name ?? '', roles, restricted: restricted ?? false });
