import { beforeEach, expect, test } from '@jest/globals';
import { call, CallError } from '../../../static/src/forge';
import { answerBridge, resetBridge } from '../../support/bridge';
import { answerProcedures, Refusal } from '../support/app';
import { openItem } from '../support/shop';

beforeEach(resetBridge);

const failure = async (promise: Promise<unknown>): Promise<CallError> => {
  const error: unknown = await promise.then(() => null).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CallError);
  return error as CallError;
};

test('a procedure gives the value out of its envelope', async () => {
  answerProcedures({ 'item.open': () => openItem() });
  expect((await call('item.open', { itemId: '10001' })).today).toBe('2026-11-20');
});

test('a refusal becomes an error with its sentence, fields and reference', async () => {
  answerProcedures({
    'item.open': () => {
      throw new Refusal({ code: 'forbidden', message: 'You cannot see this.', details: { a: 1 } });
    },
  });
  const error = await failure(call('item.open', { itemId: '10001' }));
  expect(error).toMatchObject({
    code: 'forbidden',
    message: 'You cannot see this.',
    details: { a: 1 },
    requestId: 'request-1',
  });
});

test('an answer that is not an envelope is an error of its own', async () => {
  answerBridge('invoke', () => ({ hello: 'there' }));
  expect((await failure(call('item.open', { itemId: '10001' }))).code).toBe('internal');
});

test('a call that does not go through says that Jira did not answer', async () => {
  answerBridge('invoke', () => {
    throw new Error('timeout');
  });
  expect((await failure(call('item.open', { itemId: '1' }))).code).toBe('jira_unavailable');
});
