/** A query that Jira refuses; the message is for the person who wrote it. */
export class JqlError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JqlError';
  }
}

/** A hidden field gives the same as a missing one. */
export const unknownField = (name: string) =>
  new JqlError(`Field '${name}' does not exist or you do not have permission to view it.`);

export const unknownValue = (value: string, field: string) =>
  new JqlError(`The value '${value}' does not exist for the field '${field}'.`);

export const unknownSprint = (value: string) =>
  new JqlError(
    `Sprint with name '${value}' does not exist or you do not have permission to view it.`,
  );

export const unsupportedOperator = (operator: string, field: string) =>
  new JqlError(`The operator '${operator}' is not supported by the '${field}' field.`);

/** For what Jira would search and this stand-in does not. */
export const notModelledJql = (what: string) =>
  new JqlError(`${what} is not modelled by the local Jira. See local/PARITY.md.`);
