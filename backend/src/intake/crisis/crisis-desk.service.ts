import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '../../platform/index.js';
import { NoteDrafts } from '../drafts.service.js';
import type { DraftView, SaveDraft } from '../note.dto.js';
import { Crises } from './crises.service.js';
import type { CallSupervisor, CrisesView, EndCrisis, OpenCrisis, OpenCrisisView, TakeStep, Version } from './crisis.dto.js';
import { CrisisReader } from './crisis-reader.js';
import { CrisisSteps } from './crisis-steps.service.js';

/** The crisis record as the API offers it: each act is one call. */
@Injectable()
export class CrisisDesk {
  constructor(
    private readonly crises: Crises,
    private readonly steps: CrisisSteps,
    private readonly reader: CrisisReader,
    private readonly drafts: NoteDrafts,
    private readonly clock: Clock,
  ) {}

  going = (actor: Actor): Promise<OpenCrisisView[]> => this.reader.open(actor);
  view = (actor: Actor, id: string): Promise<CrisesView> => this.crises.view(actor, id);
  open = (actor: Actor, id: string, body: OpenCrisis): Promise<void> => this.crises.open(actor, id, body, this.clock.now());
  take = (actor: Actor, id: string, body: Version<TakeStep>): Promise<void> => this.steps.take(actor, id, body);
  call = (actor: Actor, id: string, body: Version<CallSupervisor>): Promise<void> => this.steps.call(actor, id, body);
  end = (actor: Actor, id: string, body: Version<EndCrisis>): Promise<void> => this.steps.end(actor, id, body);
  draft = (actor: Actor, id: string): Promise<DraftView> => this.drafts.draft(actor, id, 'crisis');
  saveDraft = (actor: Actor, id: string, body: SaveDraft): Promise<DraftView> => this.drafts.save(actor, id, body, 'crisis');
}
