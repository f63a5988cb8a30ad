import { ArrayUnique, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { JOINING, LINES, LIVED, OPEN_TO, PEER_KINDS, type PeerFacts } from '../domain/peer/peer.js';

/** What a service says of its peer support. Null, or none of a list: nobody said. */
export class PeerView implements PeerFacts {
  @IsIn(PEER_KINDS, { each: true }) @ArrayUnique()
  kinds: (typeof PEER_KINDS)[number][];
  @IsOptional() @IsIn(['yes', 'no'])
  certified: 'yes' | 'no' | null;
  /** The title, such as Recovery Support Specialist. */
  @IsOptional() @IsString() @Length(1, 120)
  credential: string | null;
  /** Two letters. */
  @IsOptional() @Matches(/^[A-Z]{2}$/)
  credentialState: string | null;
  /** As declared by the people or the group themselves, never inferred. */
  @IsIn(LIVED, { each: true }) @ArrayUnique()
  lived: (typeof LIVED)[number][];
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

export class EditablePeer extends PeerView {
  /** Names what it says now; send it with the change. */
  mark: string;
}

export class EditPeer extends PeerView {
  /** What it said on the steward's screen. */
  @Matches(/^[0-9a-f]{64}$/)
  mark: string;
}

export class PeerLine {
  name: string;
  text: string;
}
