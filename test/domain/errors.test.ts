// What a refusal of Jira means to the app.
import { expect, test } from '@jest/globals';
import { AppError, codeOfStatus, StorageBusyError } from '../../src/domain/errors';

test('a status of Jira has one meaning, and what is not known is a failure of Jira', () => {
  const codes = [400, 401, 403, 404, 409, 413, 429, 500, 503, 418].map(codeOfStatus);
  expect(codes).toEqual([
    'invalid_input',
    'forbidden',
    'forbidden',
    'not_found',
    'conflict',
    'limit_reached',
    'rate_limited',
    'jira_unavailable',
    'jira_unavailable',
    'jira_unavailable',
  ]);
});

test('an error carries its code, fields, reason, details and cause', () => {
  const cause = new Error('inner');
  const more = { fields: { 'goal.target': 'x' }, reason: 'not_sorted' as const, details: 7, cause };
  const error = new AppError('conflict', 'changed', more);
  expect({ ...error, message: error.message, cause: error.cause }).toEqual({
    ...{ name: 'AppError', code: 'conflict', message: 'changed' },
    ...more,
  });
  expect(new AppError('internal', 'x')).toMatchObject({ fields: undefined, reason: undefined });
});

test('storage that refuses a call as one too many says so, with what it said', () => {
  const cause = new Error('429');
  expect(new StorageBusyError(cause)).toMatchObject({
    name: 'StorageBusyError',
    message: 'storage refused a call as one too many',
    cause,
  });
});
