import type { Weighed } from './ask.js';

/**
 * Kinds of help that usually fit a need where nobody said which: for I&R specialists a starting point, never a limit. By need of
 * the vocabulary's core; how well each fits, from 0 to 1.
 */
const USUAL: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  depression: { 'individual-therapy': 1, psychiatry: 0.75, 'support-group': 0.75, 'group-therapy': 0.7, 'peer-support': 0.7 },
  anxiety: { 'individual-therapy': 1, 'group-therapy': 0.75, psychiatry: 0.65, 'support-group': 0.65, 'online-program': 0.6 },
  panic: { 'individual-therapy': 1, psychiatry: 0.7, 'group-therapy': 0.65 },
  'ptsd-trauma': { 'individual-therapy': 1, 'group-therapy': 0.75, 'support-group': 0.65, 'peer-support': 0.65 },
  'sexual-trauma': { 'individual-therapy': 1, 'dv-advocacy': 0.9, 'support-group': 0.75 },
  grief: { 'support-group': 1, 'individual-therapy': 0.95, 'group-therapy': 0.75 },
  'suicide-loss': { 'support-group': 1, 'peer-support': 0.85, 'individual-therapy': 0.85 },
  'pregnancy-loss': { 'support-group': 1, 'individual-therapy': 0.95 },
  suicidality: { 'individual-therapy': 1, psychiatry: 0.8, iop: 0.75, 'walk-in-crisis': 0.7, 'peer-support': 0.65 },
  'self-harm': { 'individual-therapy': 1, iop: 0.7, psychiatry: 0.65, 'family-therapy': 0.65 },
  perinatal: { 'individual-therapy': 1, 'support-group': 0.9, 'home-visiting': 0.8, psychiatry: 0.7 },
  psychosis: { psychiatry: 1, assessment: 0.85, 'case-management': 0.85, 'family-education': 0.55 },
  bipolar: { psychiatry: 1, 'support-group': 0.75, 'individual-therapy': 0.75 },
  'eating-disorder': { 'individual-therapy': 1, iop: 0.85, php: 0.75, assessment: 0.75, 'family-therapy': 0.7, 'support-group': 0.65 },
  alcohol: { iop: 0.9, 'support-group': 0.95, 'individual-therapy': 0.85, detox: 0.75, residential: 0.7, mat: 0.7 },
  opioids: { mat: 1, detox: 0.75, residential: 0.7, iop: 0.7, 'support-group': 0.55 },
  drugs: { iop: 1, 'individual-therapy': 0.85, 'support-group': 0.75, residential: 0.7, detox: 0.6 },
  gambling: { 'individual-therapy': 1, 'support-group': 0.9 },
  'family-substance': { 'support-group': 1, 'family-education': 0.9, 'individual-therapy': 0.75, 'family-therapy': 0.65 },
  'family-mi': { 'family-education': 1, 'support-group': 1, 'individual-therapy': 0.65, 'peer-support': 0.6 },
  ocd: { 'individual-therapy': 1, psychiatry: 0.75, 'group-therapy': 0.65 },
  hoarding: { 'individual-therapy': 1, 'support-group': 0.8, 'group-therapy': 0.8, 'case-management': 0.7, 'home-visiting': 0.65 },
  adhd: { assessment: 1, psychiatry: 0.85, 'individual-therapy': 0.85 },
  autism: { assessment: 1, 'family-education': 0.8, navigation: 0.7, 'individual-therapy': 0.7, 'support-group': 0.65 },
  'idd-mh': { 'case-management': 1, psychiatry: 0.8, 'individual-therapy': 0.8, navigation: 0.7 },
  'child-behavior': { 'individual-therapy': 1, 'family-therapy': 0.9, 'family-education': 0.8, 'school-based': 0.75 },
  'school-bullying': { 'school-based': 1, 'individual-therapy': 0.95 },
  'family-conflict': { 'family-therapy': 1, 'individual-therapy': 0.7 },
  couples: { 'family-therapy': 1, 'individual-therapy': 0.55 },
  parenting: { 'family-education': 1, 'home-visiting': 0.75, 'support-group': 0.75, 'family-therapy': 0.6 },
  divorce: { 'individual-therapy': 1, 'support-group': 1, 'family-therapy': 0.8 },
  anger: { 'group-therapy': 1, 'individual-therapy': 0.95 },
  'domestic-violence': { 'dv-advocacy': 1, 'support-group': 0.65, 'individual-therapy': 0.65 },
  'lgbtq-identity': { 'individual-therapy': 1, 'support-group': 0.9, 'peer-support': 0.75, 'drop-in-center': 0.65 },
  'gender-transition': { 'individual-therapy': 1, 'support-group': 0.85, navigation: 0.65 },
  'caregiver-stress': { 'support-group': 1, 'family-education': 0.75, 'individual-therapy': 0.75, navigation: 0.65 },
  'dementia-family': { 'support-group': 1, 'family-education': 0.9, navigation: 0.8, assessment: 0.65 },
  'chronic-illness': { 'individual-therapy': 1, 'support-group': 0.9, 'group-therapy': 0.75 },
  'brain-injury': { 'support-group': 0.95, 'individual-therapy': 0.85, assessment: 0.85, 'case-management': 0.85 },
  sleep: { 'individual-therapy': 1, 'online-program': 0.75, 'group-therapy': 0.65, psychiatry: 0.6 },
  loneliness: { 'drop-in-center': 1, 'peer-support': 0.95, 'support-group': 0.95, warmline: 0.85 },
  'work-burnout': { 'individual-therapy': 1, 'group-therapy': 0.65 },
  'first-responder-stress': { 'individual-therapy': 1, 'peer-support': 0.95, 'group-therapy': 0.7 },
  'military-transition': { 'individual-therapy': 0.95, 'peer-support': 0.95, 'support-group': 0.85, 'case-management': 0.75 },
  reentry: { 'case-management': 1, 'peer-support': 0.85, 'group-therapy': 0.65 },
  'homelessness-mh': { 'case-management': 1, 'drop-in-center': 0.8, navigation: 0.75 },
  'immigrant-stress': { 'individual-therapy': 1, 'group-therapy': 0.8, navigation: 0.8, 'support-group': 0.75 },
  'hospital-discharge': { iop: 1, php: 0.9, 'case-management': 0.95, psychiatry: 0.95, 'peer-support': 0.6 },
  'foster-adoption': { 'family-therapy': 0.95, 'support-group': 0.95, 'individual-therapy': 0.95, 'family-education': 0.8 },
  'chronic-smi': { 'case-management': 1, 'drop-in-center': 0.9, psychiatry: 0.95, 'peer-support': 0.85 },
  tobacco: { 'individual-therapy': 0.95, 'group-therapy': 0.85, 'online-program': 0.85, 'support-group': 0.75 },
};

/** How well a kind usually fits a need, from 0 to 1; 0 where nobody said. */
export const usually = (need: string, kind: string): number => USUAL[need]?.[kind] ?? 0;

/** Kinds that usually fit the needs, the best first; none where nothing is known of any. A need's weight lowers what its kinds are worth. */
export function usualKinds(needs: readonly Weighed[]): Weighed[] {
  const best = new Map<string, number>();
  for (const { code, weight } of needs) for (const [kind, fits] of Object.entries(USUAL[code] ?? {})) best.set(kind, Math.max(best.get(kind) ?? 0, fits * weight));
  return [...best].map(([code, weight]) => ({ code, weight })).sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
}
