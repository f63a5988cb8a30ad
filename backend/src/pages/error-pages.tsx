import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { list } from './ask/answers/raw.js';
import { Plain } from './ask/views/end-views.js';
import { Frame, html } from './frame/frame.js';
import { at, say, type Scene } from './frame/scene.js';
import { Scenes } from './frame/scenes.service.js';
import { LANGUAGES, type Key } from './texts/texts.js';
import { asPage, visitorOf, type Visitor } from './visit/visitor.js';

type Trouble = 'lost' | 'large' | 'broken' | 'away' | 'refused';
const BY_STATUS: Readonly<Record<number, Trouble>> = { 404: 'lost', 405: 'lost', 413: 'large', 500: 'broken', 503: 'away' };

const isPage = (url: string): boolean => url.startsWith('/leave') || LANGUAGES.some(({ code }) => url === `/${code}` || url.startsWith(`/${code}/`));

const typedIn = ({ raw }: Visitor): string[] => Object.keys(raw).filter((name) => name !== 'language');

/** What was typed, in a form that can be sent again: also when the server could not keep it. */
const Again = ({ v, visitor }: { v: Scene; visitor: Visitor }): VNode => (
  <form id="ask" method="post">
    <p>{say(v, 'broken.kept')}</p>
    {typedIn(visitor).flatMap((name) => list(visitor.raw, name).map((value) => <input type="hidden" name={name} value={value} />))}
    <div class="actions">
      <button class="btn primary">{say(v, 'broken.again')}</button>
    </div>
  </form>
);

const ToStart = ({ v }: { v: Scene }): VNode => (
  <div class="actions">
    <a class="btn" href={at(v, '/ask')}>
      {say(v, 'lost.start')}
    </a>
  </div>
);

/** The page for a status: what happened, what became of the answers, and whom to call. */
export function errorPage(v: Scene, status: number, visitor: Visitor): string {
  const trouble = BY_STATUS[status] ?? (status >= 500 ? 'broken' : 'refused');
  const title: Key = `${trouble}.title`;
  const resend = status >= 500 && typedIn(visitor).length > 0 && visitor.path !== '/follow'; // a request's number and words stand in no page
  return html(
    <Frame v={v} title={say(v, title)} form={resend}>
      <Plain v={v} title={title} lead={`${trouble}.lead`}>
        {resend && <Again v={v} visitor={visitor} />}
        {trouble === 'lost' && <ToStart v={v} />}
      </Plain>
    </Frame>,
  );
}

/**
 * Turns every problem+json under a page's address into a page. A hook of the server and not a filter of the controllers:
 * a body that is too large, or an address without a handler, never reaches a controller.
 */
@Injectable()
export class ErrorPages implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly scenes: Scenes,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('preSerialization', (request, reply, payload) => this.replace(request, reply, payload));
  }

  private async replace(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
    const problem = String(reply.getHeader('content-type')).startsWith('application/problem+json');
    if (!problem || !isPage(request.url)) return payload;
    const visitor = visitorOf(request);
    asPage(reply).serializer((page: unknown) => page as string);
    return errorPage(await this.scenes.of(visitor.language, visitor.path), reply.statusCode, visitor);
  }
}
