/** Codes of the contact record (field.md 2). Texts for people are in pages/texts and in the desk. */
export const ASKERS = ['self', 'carer', 'professional', 'undisclosed'] as const;
export const SAFETY = ['yes', 'no', 'unsure', 'undisclosed'] as const;
export const CHANNELS = ['text', 'phone', 'email', 'self'] as const;
/** Plain topics of the form. matching/ maps each to needs and kinds of help of the vocabulary. */
export const TOPICS = ['low-mood', 'worry', 'hard-memories', 'grief', 'alcohol-drugs', 'after-hospital', 'child-teen', 'new-baby', 'family-support', 'abuse', 'lonely', 'home', 'food-money', 'work-law', 'getting-care', 'not-sure'] as const;
export const AGE_BANDS = ['under-13', '13-17', '18-24', '25-59', '60-plus'] as const;
export const INSURANCE = ['medicaid', 'medicare', 'private', 'tricare', 'va', 'uninsured', 'self_pay', 'unknown'] as const;
export const TIMES = ['morning', 'afternoon', 'evening', 'any'] as const;
/** What to do when somebody else picks up. */
export const OTHERS = ['hang-up', 'ask-for-me', 'say-who'] as const;
export const URGENCIES = ['today', 'this_week', 'few_weeks', 'no_rush'] as const;
export const FACT_STATES = ['given', 'declined', 'not-asked', 'unknown'] as const;

export type Asker = (typeof ASKERS)[number];
export type Safety = (typeof SAFETY)[number];
export type Channel = (typeof CHANNELS)[number];
export type Topic = (typeof TOPICS)[number];
export type Urgency = (typeof URGENCIES)[number];
export type FactState = (typeof FACT_STATES)[number];

/** 0 now, 1 today, 2 this week, 3 no rush: ascending, so that one index orders the queue. */
export type Priority = 0 | 1 | 2 | 3;

/** A language as BCP 47 writes it. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;

/** The key by which something is sent once: 16 to 100 visible ASCII characters. */
export const SENDING_KEY = /^[\x21-\x7e]{16,100}$/;
