/** An expression that Jira would refuse to read or to run. */
export class ExpressionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ExpressionError';
  }
}

export const unsupported = (what: string) => new ExpressionError(`Syntax not supported: ${what}.`);
