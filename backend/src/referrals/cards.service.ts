import { Injectable } from '@nestjs/common';
import { Directory, lineSaid } from '../directory/index.js';
import { notFound, type Actor } from '../platform/index.js';
import { Settings } from '../settings/index.js';
import { CardBook } from './card-book.js';
import { cardOption, wayThere, type WayThere } from './domain/card-option.js';
import { Options } from './options.service.js';
import type { CardView, MakeCard, OptionView } from './referral.dto.js';

/** The card to read aloud or print. The person makes contact; no data leaves the desk. */
@Injectable()
export class Cards {
  constructor(
    private readonly offered: Options,
    private readonly directory: Directory,
    private readonly settings: Settings,
    private readonly book: CardBook,
  ) {}

  /** Throws 404 when the request or one of the options is not there. */
  async make(actor: Actor, inquiryId: string, { optionIds, how }: MakeCard): Promise<CardView> {
    const options = await this.options(actor, inquiryId, optionIds);
    const services = await Promise.all(options.map(({ serviceId }) => this.directory.service(actor, serviceId)));
    const { phone } = await this.settings.desk();
    const { printedOn, followUpOn } = await this.book.record(actor, inquiryId, { optionIds, how });
    return { heading: 'Your list', deskPhone: phone, printedOn, followUpOn, options: services.map((service) => cardOption(service, service.peer ? lineSaid(service.peer) : '')) };
  }

  /** What a card would say of these options. Nothing is handed out: a person looks at what they chose. */
  async look(actor: Actor, options: readonly Pick<OptionView, 'id' | 'serviceId'>[]): Promise<Map<string, WayThere>> {
    const services = await Promise.all(options.map(async ({ id, serviceId }) => [id, wayThere(await this.directory.scheduled(actor, serviceId))] as const));
    return new Map(services);
  }

  private async options(actor: Actor, inquiryId: string, ids: readonly string[]): Promise<OptionView[]> {
    const all = await this.offered.list(actor, inquiryId);
    return ids.map((id) => {
      const option = all.find((one) => one.id === id);
      if (!option) throw notFound('option');
      return option;
    });
  }
}
