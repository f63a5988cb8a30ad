import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import { IfMatch, type Actor } from '../../platform/index.js';
import { AnswerNote, DrawSample, MyQualityView, MySampleView, QualityLineView, QualityPersonView, QualityRecordView, ReturnRecord, SampleView, ScoreRecord, UnreadNotesView } from './quality.dto.js';
import { QualityRecords } from './quality-records.service.js';
import { QualityResults } from './quality-results.service.js';
import { QualitySamples } from './quality-samples.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** Closed requests read again, and a note to who worked on them. */
@ApiTags('intake')
@Controller('api/quality')
export class QualityController {
  constructor(
    private readonly samples: QualitySamples,
    private readonly records: QualityRecords,
    private readonly results: QualityResults,
  ) {}

  /** What the actor drew last, and how many could be drawn. */
  @Get('sample')
  @Can('quality.review')
  sample(@CurrentActor() actor: Actor): Promise<MySampleView> {
    return this.samples.mine(actor);
  }

  /** Drawn by a seed; never one's own, and the same never to two. */
  @Post('sample')
  @Can('quality.review')
  draw(@CurrentActor() actor: Actor, @Body() body: DrawSample): Promise<SampleView> {
    return this.samples.draw(actor, body);
  }

  /** By person, with how many records. */
  @Get('results')
  @Can('quality.review')
  everybody(@CurrentActor() actor: Actor): Promise<QualityPersonView[]> {
    return this.results.everybody(actor);
  }

  /** The records that a person's numbers count. */
  @Get('results/:person')
  @Can('quality.review')
  person(@CurrentActor() actor: Actor, @Param('person', ParseUUIDPipe) person: string): Promise<QualityLineView[]> {
    return this.results.of(actor, person);
  }

  /** What was found of the actor's own requests. */
  @Get('mine')
  @Can('quality.read')
  mine(@CurrentActor() actor: Actor): Promise<MyQualityView> {
    return this.results.mine(actor);
  }

  @Get('unread')
  @Can('quality.read')
  unread(@CurrentActor() actor: Actor): Promise<UnreadNotesView> {
    return this.results.unread(actor);
  }

  /** For its reviewer, its specialist and supervisors. */
  @Get('records/:id')
  @Can('quality.read')
  record(@CurrentActor() actor: Actor, @Id() id: string): Promise<QualityRecordView> {
    return this.records.read(actor, id);
  }

  @Put('records/:id')
  @Can('quality.review')
  @ApiHeader({ name: 'if-match', required: true })
  score(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: ScoreRecord): Promise<QualityRecordView> {
    return this.records.score(actor, id, version, body);
  }

  @Post('records/:id/return')
  @Can('quality.review')
  @HttpCode(204)
  @ApiHeader({ name: 'if-match', required: true })
  giveBack(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: ReturnRecord): Promise<void> {
    return this.records.giveBack(actor, id, version, body);
  }

  /** Its specialist has opened it. */
  @Post('records/:id/seen')
  @Can('quality.read')
  @HttpCode(204)
  seen(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.records.seen(actor, id);
  }

  /** By its specialist, once. */
  @Post('records/:id/answer')
  @Can('quality.answer')
  @HttpCode(200)
  @ApiHeader({ name: 'if-match', required: true })
  answer(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: AnswerNote): Promise<QualityRecordView> {
    return this.records.answer(actor, id, version, body);
  }
}
