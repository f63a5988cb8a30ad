import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/index.js';
import { NoteDrafts } from './drafts.service.js';
import { Inquiries } from './inquiries.service.js';
import type { AddNeed, IdentityView, InquiryView, NeedView, ReleaseInquiry, RevealIdentity } from './inquiry.dto.js';
import type { DraftView, SaveDraft, WriteNote } from './note.dto.js';
import { Notes } from './notes.service.js';
import { Queue } from './queue.service.js';

/** The inquiry's desk as the API offers it: each act is one call. */
@Injectable()
export class InquiryDesk {
  constructor(
    private readonly queue: Queue,
    private readonly inquiries: Inquiries,
    private readonly notes: Notes,
    private readonly drafts: NoteDrafts,
  ) {}

  view = (actor: Actor, id: string): Promise<InquiryView> => this.inquiries.view(actor, id);
  reveal = (actor: Actor, id: string, body: RevealIdentity): Promise<IdentityView> => this.inquiries.reveal(actor, id, body);
  release = (actor: Actor, id: string, { reason }: ReleaseInquiry): Promise<void> => this.inquiries.release(actor, id, reason);
  addNeed = (actor: Actor, id: string, { topic }: AddNeed): Promise<NeedView> => this.inquiries.addNeed(actor, id, topic);
  note = (actor: Actor, id: string, body: WriteNote): Promise<void> => this.notes.write(actor, id, body);
  draft = (actor: Actor, id: string): Promise<DraftView> => this.drafts.draft(actor, id);
  saveDraft = (actor: Actor, id: string, body: SaveDraft): Promise<DraftView> => this.drafts.save(actor, id, body);

  async claim(actor: Actor, id: string): Promise<InquiryView> {
    await this.queue.claim(actor, id);
    return this.inquiries.view(actor, id);
  }
}
