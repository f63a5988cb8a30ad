import { IsBoolean, IsOptional, IsString, IsUrl, Length, MaxLength } from 'class-validator';
import { DefectView } from './imports.dto.js';

/** How a file of terms is taken in. What is left out is what the file says, or its form is known to be. */
export class TakeVocabulary {
  @IsOptional() @IsString() @Length(1, 200)
  name?: string;

  @IsOptional() @IsString() @MaxLength(60)
  version?: string;

  @IsOptional() @IsString() @MaxLength(200)
  licence?: string;

  @IsOptional() @IsUrl({ require_protocol: true, require_tld: false }) @MaxLength(500)
  uri?: string;

  /** Its licence lets everybody have it, so that the open API may show it. */
  @IsOptional() @IsBoolean()
  publish?: boolean;
}

/** What became, or would become, of one vocabulary. Counts are whole, names are samples. */
export class TakenVocabularyView {
  name: string;
  version: string;
  licence: string | null;
  published: boolean;
  terms: number;
  added: number;
  changed: number;
  retired: number;
  /** Terms that had been retired and are named again. */
  back: number;
  news: string[];
  vanished: string[];
}

export class VocabularyImportView {
  vocabularies: TakenVocabularyView[];
  repaired: number;
  refused: number;
  defects: DefectView[];
}
