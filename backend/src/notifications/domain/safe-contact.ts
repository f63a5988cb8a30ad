/** The part of a person's plan that says whether a message may be sent to them. Everything not allowed is forbidden (experience.md 2.1, step 8). */
export interface MessagePlan {
  channel: string;
  emailOk: boolean;
}

/** The address to which a neutral mail may go: only where "safe to e-mail" was ticked and there is one. */
export const mayMail = ({ emailOk }: MessagePlan, email: string | null): string | undefined => (emailOk && email ? email : undefined);

/** Whether somebody has to call or write: the person said how, and will not come by themselves. */
export const mustCall = ({ channel }: Pick<MessagePlan, 'channel'>): boolean => channel !== 'self';
