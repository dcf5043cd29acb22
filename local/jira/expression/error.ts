/** An expression that Jira would refuse to read or to run. */
export class ExpressionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ExpressionError';
  }
}

/** For what is JavaScript and no Jira expression. */
export const unsupported = (what: string) => new ExpressionError(`Syntax not supported: ${what}.`);
