import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { Live } from './live.service.js';

@ApiExcludeController()
@Controller('api')
export class LiveController {
  constructor(private readonly live: Live) {}

  /** What happens at the desk, as it happens: ids and codes, never names of people who ask. */
  @Sse('events')
  @Can('queue.read')
  events(@CurrentActor() actor: Actor): Observable<MessageEvent> {
    return this.live.stream(actor);
  }
}
