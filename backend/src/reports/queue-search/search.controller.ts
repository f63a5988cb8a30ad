import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { QueuePage } from '../../intake/index.js';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { ReadSearch, SavedViewsView, SearchQueue, SearchReadView, SearchTotalView, SearchWordView } from './search.dto.js';
import { QueueSearch } from './search.service.js';

/** The queue by its search language. */
@ApiTags('reports')
@Controller('api/queue')
export class QueueSearchController {
  constructor(private readonly search: QueueSearch) {}

  /** A page of what is found. 422 names each word that is not understood by its place: `words.0` is the first. */
  @Get('search')
  @Can('queue.read')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: QueuePage })
  page(@CurrentActor() actor: Actor, @Query() query: SearchQueue): Promise<string> {
    return this.search.page(actor, query);
  }

  /** How many are found, also beyond the page. */
  @Get('search/total')
  @Can('queue.read')
  total(@CurrentActor() actor: Actor, @Query() query: SearchQueue): Promise<SearchTotalView> {
    return this.search.total(actor, query);
  }

  /** The words of the language, for suggestions. */
  @Get('search/words')
  @Can('queue.read')
  words(): SearchWordView[] {
    return this.search.words();
  }

  /** What was typed, written the one way: what may stand in an address. */
  @Post('search/read')
  @Can('queue.read')
  @HttpCode(200)
  read(@CurrentActor() actor: Actor, @Body() body: ReadSearch): Promise<SearchReadView> {
    return this.search.read(actor, body);
  }

  /** Kept searches, one's own and the team's, each with its count, in one statement. */
  @Get('saved')
  @Can('queue.read')
  kept(@CurrentActor() actor: Actor): Promise<SavedViewsView> {
    return this.search.kept(actor);
  }
}
