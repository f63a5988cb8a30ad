import { IsString, Length } from 'class-validator';

export class NamedCode {
  code: string;
  name: string;
}
/** A need that can be asked for. */
export class NeedChoice extends NamedCode {
  /** Name of the broadest term above it, or its own where others stand below it; null for a need that stands alone. */
  family: string | null;
  /** Live listings that help with it, as confirmed or as suggested. */
  listings: number;
  /** Codes of needs that a service for this one often helps with too. */
  related: string[];
  /** The form's topics under which it falls; empty where none reaches it. */
  topics: string[];
}

export class FindNeeds {
  /** As people say it, in English or Spanish; slips are forgiven. */
  @IsString() @Length(1, 200)
  search: string;
}

export class FoundNeed {
  code: string;
  /** What people say, where that was found; null where its name or definition was. */
  said: string | null;
}

export class VocabularyView {
  needs: NeedChoice[];
  serviceTypes: NamedCode[];
  populations: NamedCode[];
  /** The form's topics as needs. */
  topics: Record<string, string[]>;
}
