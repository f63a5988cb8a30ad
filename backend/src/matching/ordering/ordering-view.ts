import { can } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { complete, OWN_WEIGHTS, weight, WEIGHT_NAMES, type Weights } from '../domain/weights.js';
import type { OrderingView, ReplayView, WeightChangeView, WeightsVersionView, WeightView } from './ordering.dto.js';

/** A version as it is read. */
export interface VersionRow {
  number: number;
  label: string;
  amounts: Record<string, number>;
  draft: boolean;
  replay: ReplayView | null;
  replayedAt: Date | null;
  at: Date;
  by: string | null;
  version: number;
  turns: { id: number; since: string; by: string | null; why: string }[];
}

export function orderingView(actor: Actor, rows: readonly VersionRow[]): OrderingView {
  const last = (row: VersionRow): number => row.turns[0]?.id ?? 0;
  const kept = rows.filter(({ draft }) => !draft);
  const [live] = [...kept].sort((a, b) => last(b) - last(a));
  const draft = rows.find((row) => row.draft);
  return {
    weights: weightViews(live ? complete(live.amounts) : OWN_WEIGHTS),
    live: live?.number ?? 0,
    versions: kept.map(versionView),
    draft: draft ? { ...versionView(draft), values: complete(draft.amounts), version: draft.version } : null,
    actions: can(actor, 'ordering.change') ? ['change'] : [],
  };
}

function weightViews(values: Weights): WeightView[] {
  return WEIGHT_NAMES.map((name) => {
    const { group, name: title, does, own, least, most, whole = false } = weight(name);
    return { name, group, title, does, value: values[name], own, least, most, whole };
  });
}

/** What is said otherwise than the product has it. */
function changesOf(values: Weights): WeightChangeView[] {
  return WEIGHT_NAMES.filter((name) => values[name] !== OWN_WEIGHTS[name]).map((name) => ({ name, title: weight(name).name, from: OWN_WEIGHTS[name], to: values[name] }));
}

function versionView({ number, label, amounts, replay, replayedAt, at, by, turns }: VersionRow): WeightsVersionView {
  return { number, label, by, at: new Date(at).toISOString(), changes: changesOf(complete(amounts)), replay, replayedAt: replayedAt && new Date(replayedAt).toISOString(), turns: turns.map(({ since, by: who, why }) => ({ since: new Date(since).toISOString(), by: who, why })) };
}
