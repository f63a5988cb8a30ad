/** What people can pay with, and what it costs them: the terms of the vocabulary's `payment`, in its order and by its names. */
export const PAYMENT_NAMES = {
  medicaid: 'Medicaid',
  medicare: 'Medicare',
  private: 'Private insurance',
  tricare: 'TRICARE',
  va: 'VA benefits',
  'sliding-scale': 'Sliding fee scale',
  free: 'No cost',
  'self-pay': 'Self-pay (full fee)',
} as const;
export type PaymentCode = keyof typeof PAYMENT_NAMES;
export const PAYMENT_CODES = Object.keys(PAYMENT_NAMES) as PaymentCode[];
export const isPaymentCode = (code: string): code is PaymentCode => code in PAYMENT_NAMES;

/** In the vocabulary's order, each once; what it does not know comes last. Nothing was kept of it before it could be ticked. */
export function tidyPayments(codes: readonly string[] | undefined): string[] {
  const all = [...new Set(codes ?? [])].sort();
  return [...PAYMENT_CODES.filter((code) => all.includes(code)), ...all.filter((code) => !isPaymentCode(code))];
}
export const paymentName = (code: string): string => (isPaymentCode(code) ? PAYMENT_NAMES[code] : code);
