import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Can } from './people/index.js';

const FILE = join(__dirname, '..', 'openapi.json');

/** The contract, as it is committed: the running routes equal it (the test command compares them). */
@ApiExcludeController()
@Controller('api')
export class ApiContractController {
  private readonly text = readFileSync(FILE, 'utf8');

  @Get('openapi.json')
  @Can('page.read')
  @Header('content-type', 'application/json; charset=utf-8')
  show(): string {
    return this.text;
  }
}
