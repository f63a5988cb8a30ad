import { ArrayMaxSize, ArrayUnique, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { JOINING, LINES, OPEN_TO, type PeerFacts, type PeerTerm } from '../domain/peer/peer.js';

/** Letters and digits, as all codes of the vocabulary are. */
const CODE = /^[a-z0-9-]{1,60}$/;

/** What a service says of its peer support, beside its terms. Null: nobody said. */
class PeerAnswers {
  @IsOptional() @IsIn(['yes', 'no'])
  certified: 'yes' | 'no' | null;
  /** The title, such as Recovery Support Specialist. */
  @IsOptional() @IsString() @Length(1, 120)
  credential: string | null;
  /** Two letters. */
  @IsOptional() @Matches(/^[A-Z]{2}$/)
  credentialState: string | null;
  @IsOptional() @IsIn(OPEN_TO)
  openTo: (typeof OPEN_TO)[number] | null;
  @IsOptional() @IsIn(JOINING)
  joining: (typeof JOINING)[number] | null;
  /** People in a group. */
  @IsOptional() @IsInt() @Min(1) @Max(500)
  size: number | null;
  @IsOptional() @IsString() @Length(1, 120)
  trainedBy: string | null;
  /** Who answers; null: it is no line, or nobody said. */
  @IsOptional() @IsIn(LINES)
  line: (typeof LINES)[number] | null;
  /** Whether the line may send help, such as police, without the caller's consent. */
  @IsOptional() @IsIn(['yes', 'no'])
  dispatch: 'yes' | 'no' | null;
  @IsOptional() @IsInt() @Min(1) @Max(50)
  callsADay: number | null;
}

export class PeerTermView implements PeerTerm {
  code: string;
  name: string;
  nameEs: string | null;
}

/** What a service says of its peer support, with the terms as they are called now. None of a list: nobody said. */
export class PeerView extends PeerAnswers implements PeerFacts {
  kinds: PeerTermView[];
  /** As declared by the people or the group themselves, never inferred. */
  lived: PeerTermView[];
}

/** The same with the terms by their codes. */
class WrittenPeer extends PeerAnswers implements PeerFacts<string> {
  /** Codes of the taxonomy `peer-kind`. */
  @Matches(CODE, { each: true }) @ArrayUnique() @ArrayMaxSize(40)
  kinds: string[];
  /** Codes of the taxonomy `lived-experience`, as declared by the people or the group themselves, never inferred. */
  @Matches(CODE, { each: true }) @ArrayUnique() @ArrayMaxSize(40)
  lived: string[];
}

export class PeerChoice {
  code: string;
  name: string;
  description: string;
}

export class EditablePeer extends WrittenPeer {
  /** Names what it says now; send it with the change. */
  mark: string;
  /** Terms of `peer-kind` that can be chosen, in the order of the vocabulary. */
  kindsOffered: PeerChoice[];
  /** Terms of `lived-experience`. */
  livedOffered: PeerChoice[];
}

export class EditPeer extends WrittenPeer {
  /** What it said on the steward's screen. */
  @Matches(/^[0-9a-f]{64}$/)
  mark: string;
}

export class PeerLine {
  name: string;
  text: string;
}
