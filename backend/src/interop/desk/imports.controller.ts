import type { Readable } from 'node:stream';
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { DeskImports } from './desk-imports.service.js';
import { FileView, ImportView, RunView, TakeIn } from './imports.dto.js';

@ApiTags('directory')
@Controller('api/imports')
export class ImportsController {
  constructor(private readonly imports: DeskImports) {}

  /** The last runs, the newest first. */
  @Get()
  @Can('directory.import')
  runs(@CurrentActor() actor: Actor): Promise<RunView[]> {
    return this.imports.runs(actor);
  }

  /** Sends a file, of 20 MB at most; `x-file-name` says by its ending what it is. It is kept for half an hour at most. */
  @Post('files')
  @Can('directory.import')
  @HttpCode(200)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  receive(@Headers('x-file-name') name: string | undefined, @Req() request: { body: Readable | undefined }): Promise<FileView> {
    return this.imports.receive(name, request.body);
  }

  /** What taking the file in would do; nothing is written. */
  @Post('files/:id/dry-run')
  @Can('directory.import')
  @HttpCode(200)
  tryOut(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: TakeIn): Promise<ImportView> {
    return this.imports.tryOut(actor, id, body);
  }

  /** Takes the file in, and deletes it. */
  @Post('files/:id/import')
  @Can('directory.import')
  @HttpCode(200)
  takeIn(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: TakeIn): Promise<ImportView> {
    return this.imports.takeIn(actor, id, body);
  }

  /** What one run told. */
  @Get(':id')
  @Can('directory.import')
  run(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return this.imports.run(actor, id);
  }
}
