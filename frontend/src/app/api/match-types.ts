import type { components } from './schema';

/** Shapes of matching, offering and listings, from the generated contract. */
type Schemas = components['schemas'];

/** What the specialist changes; the rest is taken from the request. */
export type FindMatches = Schemas['FindMatches'];
export type AskedView = Schemas['AskedView'];
export type MatchReason = Schemas['MatchReason'];
export type MatchView = Schemas['MatchView'];
export type MatchesView = Schemas['MatchesView'];
/** A record with free keys has no shape in the contract. */
export type NeedChoice = Schemas['NeedChoice'];
export type FoundNeed = Schemas['FoundNeed'];
export type VocabularyView = Omit<Schemas['VocabularyView'], 'topics'> & { topics: Record<string, string[]> };
export type OptionView = Schemas['OptionView'];
export type CardView = Schemas['CardView'];
/** What a place's name may mean. */
export type PlacesView = Schemas['PlacesView'];
export type PlaceNameView = Schemas['PlaceNameView'];
export type PlaceView = Schemas['PlaceView'];
export type ServiceView = Schemas['ServiceView'];
export type VerificationView = Schemas['VerificationView'];
export type VerificationPage = Schemas['VerificationPage'];
export type FoundListing = Schemas['FoundListing'];
export type ChangeView = Schemas['ChangeView'];
export type ListingNoteView = Schemas['ListingNoteView'];
export type TwinsView = Schemas['TwinsView'];
export type TwinView = Schemas['TwinView'];
export type TwinSide = Schemas['TwinSide'];
export type MergedView = Schemas['MergedView'];
export type EditableListing = Schemas['EditableListing'];
export type EditField = Schemas['EditField'];
export type HoursView = Schemas['HoursView'];
export type HoursRule = Schemas['HoursRule'];
export type UnusualDays = Schemas['UnusualDays'];
export type WrittenHours = Schemas['WrittenHours'];
export type EditHours = Schemas['EditHours'];
export type HoursPreview = Schemas['HoursPreview'];
export type AreasView = Schemas['AreasView'];
export type WrittenArea = Schemas['WrittenArea'];
export type EditAreas = Schemas['EditAreas'];
export type TryAreas = Schemas['TryAreas'];
export type ServesView = Schemas['ServesView'];
export type EditablePeer = Schemas['EditablePeer'];
export type EditPeer = Schemas['EditPeer'];
export type InclusionView = Schemas['InclusionView'];
export type DecideInclusion = Schemas['DecideInclusion'];
export type QualityFigure = Schemas['QualityFigure'];
export type QualityRows = Schemas['QualityRows'];
export type CorrectionView = Schemas['CorrectionView'];
export type CorrectionPage = Schemas['CorrectionPage'];
export type DecideCorrection = Schemas['DecideCorrection'];
export type CheckListings = Schemas['CheckListings'];
export type CheckedRows = Schemas['CheckedRows'];
export type ConflictView = Schemas['ConflictView'];
export type ConflictDecided = Schemas['ConflictDecided'];
export type FileView = Schemas['FileView'];
export type TakeIn = Schemas['TakeIn'];
export type ImportView = Schemas['ImportView'];
export type RunView = Schemas['RunView'];
export type FieldTrustView = Schemas['FieldTrustView'];

export type Verdict = MatchReason['verdict'];
export type Decision = OptionView['decision'];
export type CardHow = Schemas['MakeCard']['how'];
export type LoadedVocabularyView = Schemas['LoadedVocabularyView'];
export type VocabularyTermView = Schemas['VocabularyTermView'];
export type VocabularyTermPage = Schemas['VocabularyTermPage'];
export type FoundTermView = Schemas['FoundTermView'];
export type CrosswalkStep = Schemas['CrosswalkStep'];
export type DecideMeaning = Schemas['DecideMeaning'];
export type VocabularyImportView = Schemas['VocabularyImportView'];
export type TakeVocabulary = Schemas['TakeVocabulary'];
