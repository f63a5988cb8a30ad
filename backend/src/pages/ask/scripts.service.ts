import { Injectable } from '@nestjs/common';
import { Settings } from '../../settings/index.js';
import { LANGUAGES, type Language } from '../texts/texts.js';
import type { ScriptView } from './script.dto.js';

/** The parts of the form that are read out, and what is said at the end. */
const READ_OUT = ['who', 'safety', 'now', 'help', 'where', 'reach', 'safe', 'about', 'choice', 'done'];
const isReadOut = ([key, text]: [string, unknown]): boolean => typeof text === 'string' && READ_OUT.includes(key.split('.')[0] ?? '');

/** One source of words: what is read out is what the form shows. */
@Injectable()
export class Scripts {
  constructor(private readonly settings: Settings) {}

  all(): Promise<ScriptView[]> {
    return Promise.all(LANGUAGES.map((language) => this.of(language)));
  }

  private async of({ code, name, dir, texts }: Language): Promise<ScriptView> {
    const { dutyOn, dutyText } = await this.settings.desk();
    const lines = Object.fromEntries(Object.entries(texts).filter(isReadOut)) as Record<string, string>;
    return { language: code, name, dir, lines, duty: dutyOn ? (dutyText ?? null) : null, crisis: await this.settings.lines(code) };
  }
}
