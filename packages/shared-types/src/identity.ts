/** What may stand in a signed identity besides who somebody is. */
export type IdentityAttribute = string | number | boolean;

/**
 * Who a visitor is according to the customer's own server, which has signed it. Never what somebody typed:
 * that is a claim and stands in the slots.
 */
export interface VerifiedIdentity {
  /** The customer's own id of the user. */
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly attributes: Readonly<Record<string, IdentityAttribute>>;
}
