import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { QualityFigure, QualityPageQuery, QualityRows } from './directory-quality.dto.js';
import { DirectoryQuality } from './directory-quality.service.js';

@ApiTags('reports')
@Controller('api/reports/directory')
export class DirectoryQualityController {
  constructor(private readonly quality: DirectoryQuality) {}

  /** How true the directory is: checked, doubted, told wrong, mended. */
  @Get()
  @Can('directory.steward')
  figures(@CurrentActor() actor: Actor): Promise<QualityFigure[]> {
    return this.quality.figures(actor);
  }

  /** What a figure counts. */
  @Get(':code')
  @Can('directory.steward')
  rows(@CurrentActor() actor: Actor, @Param('code') code: string, @Query() { page }: QualityPageQuery): Promise<QualityRows> {
    return this.quality.rows(actor, code, page);
  }
}
