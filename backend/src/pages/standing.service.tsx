import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/index.js';
import { Searches } from './find/searches.service.js';
import { Stays } from './follow/stays.service.js';
import { Frame, html } from './frame/frame.js';
import { at, say } from './frame/scene.js';
import { Scenes } from './frame/scenes.service.js';
import { Prose, Title } from './frame/words.js';
import { Visits } from './visit/visits.service.js';
import { leavePage } from './visit/leave-page.js';
import type { Outcome, Visitor } from './visit/visitor.js';

export const STANDING = ['privacy', 'accessibility', 'credits'] as const;
type Standing = (typeof STANDING)[number];

/** Pages that are always there, and the way out. */
@Injectable()
export class StandingPages {
  constructor(
    private readonly scenes: Scenes,
    private readonly visits: Visits,
    private readonly stays: Stays,
    private readonly searches: Searches,
  ) {}

  async show({ language, path }: Visitor): Promise<Outcome> {
    if (path === '/') return { to: `/${language}/ask` };
    const page = path.slice(1);
    if (!(STANDING as readonly string[]).includes(page)) throw notFound('page');
    const v = await this.scenes.of(language, path);
    const title = say(v, `${page as Standing}.title`);
    const text = html(
      <Frame v={v} title={title}>
        <Title>{title}</Title>
        <div class="prose">
          <Prose v={v} k={`${page as Standing}.body`} />
          {page === 'privacy' && (
            <p>
              <a href={at(v, '/follow')}>{say(v, 'follow.title')}</a>
            </p>
          )}
        </div>
      </Frame>,
    );
    return { status: 200, html: text };
  }

  /** Ends every visit and goes elsewhere. It never fails: whoever wants out gets out, even while the database is away. */
  async leave({ cookie, stay, search, language }: Visitor): Promise<Outcome> {
    await Promise.all([this.visits.close(cookie), this.stays.close(stay), this.searches.close(search)]).catch(() => undefined);
    return { status: 200, html: leavePage(await this.scenes.of(language, '/leave')), cookie: null, stay: null, search: null };
  }
}
