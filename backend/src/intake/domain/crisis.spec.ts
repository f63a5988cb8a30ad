import fc from 'fast-check';
import { CRISIS_ENDS, endLacks, milderMissing, RESCUES, STEP_RESULTS, STEP_WHYS, stepLacks, STEPS, type CrisisEnd, type Ending, type Lack, type Rescue, type Step, type StepResult, type StepTaken, type StepWhy } from './crisis.js';

const taken = (step: Step, over: Partial<StepTaken> = {}): StepTaken => ({ step, result: 'helped', consent: null, why: null, ...over });
const upTo = (step: Step): { step: Step }[] => STEPS.slice(0, STEPS.indexOf(step)).map((each) => ({ step: each }));

describe('which step may be written down', () => {
  it.each<[string, StepTaken, { step: Step }[], Lack['field'] | undefined]>([
    ['their own plan is first', taken('own-plan'), [], undefined],
    ['somebody they trust, after their own plan, agreed', taken('trusted-person', { consent: true }), upTo('trusted-person'), undefined],
    ['somebody they trust needs a yes or a no', taken('trusted-person'), upTo('trusted-person'), 'consent'],
    ['the line with them on it needs none', taken('lifeline', { result: 'not-enough' }), upTo('lifeline'), undefined],
    ['the line before the milder ones asks why', taken('lifeline'), [], 'why'],
    ['the line at once, as they asked for it', taken('lifeline', { why: 'they-asked' }), [], undefined],
    ['mobile crisis before the line asks why', taken('mobile-crisis', { consent: true }), upTo('lifeline'), 'why'],
    ['mobile crisis in its order, agreed', taken('mobile-crisis', { consent: true, result: 'on-its-way' }), upTo('mobile-crisis'), undefined],
    ['nobody sets out by a call to the line', taken('lifeline', { result: 'on-its-way' }), upTo('lifeline'), 'result'],
    ['emergency at once while an attempt is under way, without consent', taken('emergency', { consent: false, why: 'attempt', result: 'on-its-way' }), [], undefined],
    ['emergency without consent in its order, death is near', taken('emergency', { consent: false, why: 'imminent', result: 'on-its-way' }), upTo('emergency'), undefined],
    ['death is near leaps over nothing', taken('emergency', { consent: false, why: 'imminent' }), upTo('mobile-crisis'), 'why'],
    ['without consent it says why', taken('emergency', { consent: false }), upTo('emergency'), 'why'],
    ['without consent nobody asked for it', taken('emergency', { consent: false, why: 'they-asked' }), upTo('emergency'), 'why'],
    ['that it was not possible may always be written down', taken('mobile-crisis', { result: 'not-possible' }), [], undefined],
    ['that they refused may always be written down', taken('trusted-person', { result: 'refused' }), [], undefined],
  ])('%s', (_, step, before, field) => {
    expect(stepLacks(step, before)?.field).toBe(field);
  });

  it('never lets the involuntary go before the mild ones but in an attempt under way', () => {
    const any = fc.record({ step: fc.constantFrom(...STEPS), result: fc.constantFrom(...STEP_RESULTS), consent: fc.constantFrom(true, false, null), why: fc.constantFrom<StepWhy | null>(...STEP_WHYS, null) });
    fc.assert(
      fc.property(any, fc.subarray([...STEPS]), (step, before) => {
        const done = before.map((each) => ({ step: each }));
        const stands = stepLacks(step, done) === undefined && !['refused', 'not-possible'].includes(step.result);
        if (!stands) return;
        if (step.consent === false) expect(step.why === 'attempt' || (step.why === 'imminent' && milderMissing(step.step, done).length === 0)).toBe(true);
        if (milderMissing(step.step, done).length) expect(['attempt', 'they-asked']).toContain(step.why);
      }),
    );
  });
});

const ending = (result: CrisisEnd, rescue: Rescue, over: Partial<Ending> = {}): Ending => ({ result, rescue, steps: [{ step: 'own-plan', result: 'helped' }], supervised: true, ...over });
const SENT: Ending['steps'] = [{ step: 'emergency', result: 'on-its-way' }];
const NOT_SENT: Ending['steps'] = [{ step: 'emergency', result: 'refused' }];

describe('how a record ends', () => {
  it.each<[string, Ending, Lack['field'] | undefined]>([
    ['safe by their own plan, nobody sent', ending('safe', 'not-needed'), undefined],
    ['safe, but no step is written down', ending('safe', 'not-needed', { steps: [] }), 'steps'],
    ['safe, but no supervisor was called in', ending('safe', 'not-needed', { supervised: false }), 'supervisor'],
    ['in care, and rescue made contact', ending('in-care', 'confirmed', { steps: SENT }), undefined],
    ['in care, and nobody knows whether rescue got there', ending('in-care', 'not-confirmed', { steps: SENT }), 'rescue'],
    ['safe, and nobody knows whether rescue got there', ending('safe', 'not-confirmed', { steps: SENT }), 'rescue'],
    ['lost, and nobody knows whether rescue got there', ending('lost', 'not-confirmed', { steps: SENT }), undefined],
    ['rescue was sent, so it was needed', ending('safe', 'not-needed', { steps: SENT }), 'rescue'],
    ['rescue that was refused was not sent', ending('safe', 'not-needed', { steps: NOT_SENT }), undefined],
    ['nothing was sent, so nothing made contact', ending('safe', 'confirmed'), 'rescue'],
    ['no danger needs neither step nor supervisor', ending('no-danger', 'not-needed', { steps: [], supervised: false }), undefined],
    ['no danger, but somebody was sent', ending('no-danger', 'confirmed', { steps: SENT }), 'result'],
  ])('%s', (_, asked, field) => {
    expect(endLacks(asked)?.field).toBe(field);
  });

  it('from wherever it stands there is a way to end it', () => {
    const step = fc.record({ step: fc.constantFrom(...STEPS), result: fc.constantFrom<StepResult>(...STEP_RESULTS) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        expect(CRISIS_ENDS.some((result) => RESCUES.some((rescue) => !endLacks({ result, rescue, steps, supervised: true })))).toBe(true);
      }),
    );
  });
});
