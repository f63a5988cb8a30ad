import { IsBoolean, IsIn, IsObject, IsString, Matches, MaxLength } from 'class-validator';
import { TEMPLATE_KINDS, type TemplateKind } from '../domain/template.js';

/** Words that are ready, as supervisors keep them. */
export class KeepTemplate {
  @IsString() @Matches(/\S/, { message: 'title|Give it a title' }) @MaxLength(80, { message: 'title|Use at most 80 characters' })
  title: string;

  /** What is said or written to a person, or noted at the desk. */
  @IsIn(TEMPLATE_KINDS)
  kind: TemplateKind;

  /** Names no service and not the desk. */
  @IsBoolean()
  neutral: boolean;

  /** By language (BCP 47); an empty one is left out. */
  @IsObject()
  texts: Record<string, string>;
}

/** A text that is not kept yet. */
export class TryTemplate {
  @IsString() @MaxLength(2000)
  text: string;

  @IsBoolean()
  neutral: boolean;
}
/** The text with invented values, exactly as it would be inserted; or what is wrong with it. */
export class TriedTemplateView {
  text: string | null;
  faults: string[];
}

export class TemplateView {
  id: string;
  title: string;
  kind: TemplateKind;
  neutral: boolean;
  texts: Record<string, string>;
  version: number;
  changedBy: string;
  changedAt: string;
}

/** A template as one request fills it. */
export class ReadyTextView {
  id: string;
  title: string;
  kind: TemplateKind;
  /** The person's, else English. */
  language: string;
  /** Exactly what is inserted; null where it cannot be. */
  text: string | null;
  /** Names of the variables that cannot be filled. */
  missing: string[];
  /** Why it may not be used here, whatever it says. */
  refused: 'self' | 'not-neutral' | null;
}
