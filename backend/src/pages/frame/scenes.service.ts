import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import { languageOf } from '../texts/texts.js';
import { hoursInWords } from './desk-hours.js';
import { lastLines } from './last-lines.js';
import type { Scene, Surroundings } from './scene.js';

/** Gathers what every page shows. While the database is away the last known desk and lines are shown (trust.md 6.10: crisis numbers on every answer). */
@Injectable()
export class Scenes {
  private readonly known = new Map<string, Surroundings>();

  constructor(
    private readonly settings: Settings,
    private readonly config: Config,
  ) {}

  /** `youth`: the person in need is under 18, so youth lines come first. */
  async of(code: string, path: string, youth = false): Promise<Scene> {
    const language = languageOf(code);
    return { language, path, ...(await this.surroundings(language.code, youth)) };
  }

  private async surroundings(code: string, youth: boolean): Promise<Surroundings> {
    const slot = `${code}${youth ? '+' : ''}`;
    try {
      const current = await this.read(code, youth);
      this.known.set(slot, current);
      return current;
    } catch {
      return this.known.get(slot) ?? { desk: { name: 'Referral Desk', phone: null }, hours: '', lines: lastLines(code), open: true, exit: this.config.EXIT_URL, demo: this.config.demo };
    }
  }

  private async read(code: string, youth: boolean): Promise<Surroundings> {
    const desk = await this.settings.desk();
    const lines = await this.settings.lines(code, youth);
    const hours = hoursInWords(languageOf(code), desk);
    return { desk: { name: desk.name, phone: desk.phone }, hours, lines: lines.length ? lines : lastLines(code), open: desk.formOpen, exit: this.config.EXIT_URL, demo: this.config.demo };
  }
}
