import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { QualityFigure } from './directory-quality.dto.js';
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
}
