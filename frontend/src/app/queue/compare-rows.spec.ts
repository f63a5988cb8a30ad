import type { MatchView, ServiceView } from '../api/match-types';
import { compareRows, type Compared } from './compare-rows';

const hit = (over: Partial<MatchView> = {}): MatchView => ({
  serviceId: 's1', name: 'Talking Therapy', organization: 'Harbor House', kind: 'Therapy', peer: false, fit: 'strong', distanceMiles: 1.24, points: [], format: ['in_person'], cost: 'Free', room: 'Takes new people.', freshness: 'Checked 5 days ago.', openNow: 'Open now until 5 pm',
  reasons: [{ code: 'need', verdict: 'meets', text: 'Helps with grief', ask: null }, { code: 'wheelchair', verdict: 'unknown', text: 'Wheelchair access not stated', ask: 'Can a wheelchair get in?' }], ...over,
});
const service = (over: object = {}): ServiceView => ({ hours: ['Monday 9 am to 5 pm'], languages: [{ code: 'en', name: 'English' }], phones: [{ number: '203-555-0110' }], places: [{ street: '1 Elm Street', city: 'Norwalk', zip: '06854', county: null, confidentiality: 'public' }], ...over }) as unknown as ServiceView;
const valueOf = (all: readonly Compared[], name: string): string[] | undefined => compareRows(all).find((row) => row.name === name)?.values;

describe('services side by side', () => {
  it('tells first what differs, and each in one order', () => {
    const rows = compareRows([{ hit: hit(), service: service() }, { hit: hit({ cost: 'Medicaid', fit: 'weak' }), service: service({ hours: [] }) }]);
    expect(rows.filter(({ differs }) => differs).map(({ name }) => name)).toEqual(['Fit', 'Cost', 'Hours']);
    expect(rows.slice(0, 3).every(({ differs }) => differs)).toBe(true);
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['Room', 'Open now', 'How to get there', 'Languages', 'Checked', 'Phone', 'To ask']));
  });

  it('with one service nothing differs', () => expect(compareRows([{ hit: hit(), service: service() }]).some(({ differs }) => differs)).toBe(false));

  it('says the way, and keeps a hidden street to itself', () => {
    expect(valueOf([{ hit: hit(), service: service() }], 'How to get there')).toEqual(['1.2 miles away\n1 Elm Street, Norwalk, 06854']);
    const hidden = service({ places: [{ street: '9 Secret Lane', city: 'Norwalk', zip: '06854', county: null, confidentiality: 'hidden' }] });
    expect(valueOf([{ hit: hit({ distanceMiles: null }), service: hidden }], 'How to get there')?.join()).not.toContain('Secret');
  });

  it('not stated is said, and so is what could not be read or has not come yet', () => {
    expect(valueOf([{ hit: hit({ openNow: null }), service: service({ languages: [] }) }], 'Open now')).toEqual(['not stated']);
    expect(valueOf([{ hit: hit(), service: null }, { hit: hit(), service: undefined }], 'Languages')).toEqual(['could not be read', '…']);
    expect(valueOf([{ hit: hit(), service: service() }], 'To ask')).toEqual(['Can a wheelchair get in?']);
  });
});
