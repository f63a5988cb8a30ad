import { Controller, Get, Param, Query, UseInterceptors, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../../people/index.js';
import type { Actor } from '../../../platform/index.js';
import { HsdsApi } from './hsds-api.service.js';
import { OpenToAll } from './open.interceptor.js';

type Asked = Readonly<Record<string, unknown>>;

/** The directory as an HSDS 3.2 API: reading only, for everybody. It has a contract of its own, the standard's (`/hsds/openapi.json`). */
@ApiExcludeController()
@UseInterceptors(OpenToAll)
@Controller('hsds')
export class HsdsController {
  constructor(private readonly api: HsdsApi) {}

  @Get()
  @Can('hsds.read')
  about(): Promise<object> {
    return this.api.about();
  }

  @Get('profile')
  @Can('hsds.read')
  profile(): object {
    return this.api.profile();
  }

  @Get('profile/:file')
  @Can('hsds.read')
  patch(@Param('file') file: string): object {
    return this.api.patch(file);
  }

  @Get('openapi.json')
  @Can('hsds.read')
  openapi(): object {
    return this.api.openapi();
  }

  /** 400 names a parameter that is unknown or makes no sense; 404 for a list that the standard does not have. */
  @Get(':list')
  @Can('hsds.read')
  list(@CurrentActor() actor: Actor, @Param('list') list: string, @Query() query: Asked): Promise<string | StreamableFile> {
    return this.api.list(actor, list, query);
  }

  @Get(':list/:id')
  @Can('hsds.read')
  one(@CurrentActor() actor: Actor, @Param('list') list: string, @Param('id') id: string, @Query() query: Asked): Promise<string> {
    return this.api.one(actor, { list, id, query });
  }
}
