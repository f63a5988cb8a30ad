import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../people/index.js';
import { ScriptView } from './script.dto.js';
import { Scripts } from './scripts.service.js';

/** What somebody of the desk reads out while a request is written down. */
@ApiTags('intake')
@Controller('api/taking-down')
export class ScriptController {
  constructor(private readonly scripts: Scripts) {}

  /** The form's own questions and answers, in every language it has, English first. */
  @Get('script')
  @Can('inquiry.take-down')
  all(): Promise<ScriptView[]> {
    return this.scripts.all();
  }
}
