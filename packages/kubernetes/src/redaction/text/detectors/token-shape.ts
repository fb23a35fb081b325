/** The look of one kind of token. Facts are of the providers' documentation, else of the public rule list of gitleaks. */
export interface TokenShape {
  rule: string;
  literals: readonly string[];
  /** From the literal on (or `before` characters ahead of it); the first group is the secret where there is one. Bounded. */
  pattern: string;
  /** Characters of the token ahead of the literal. */
  before?: number;
  /** Whether no letter or digit may stand ahead: for prefixes that end ordinary words. */
  alone?: boolean;
  /** Where `literals` are no good within base64. */
  inBase64?: readonly string[];
}
