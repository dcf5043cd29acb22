import { expect, test } from '@jest/globals';
import { createStandIn } from '../../../static/src/surfaces/item/draft-stand-in';

function fakeStorage() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
}
const typed = { texts: { by: 'a' }, seen: null, at: 5, over: null };

test('what is typed is there again, for this person and this item only', () => {
  const storage = fakeStorage();
  createStandIn(() => storage, 'me', '1').write(typed);
  expect(createStandIn(() => storage, 'me', '1').read()).toEqual(typed);
  expect(createStandIn(() => storage, 'me', '2').read()).toBeNull();
  expect(createStandIn(() => storage, 'you', '1').read()).toBeNull();
});

test('a newer text stays when an older one has reached the app', () => {
  const storage = fakeStorage();
  const standIn = createStandIn(() => storage, 'me', '1');
  standIn.write({ ...typed, texts: { by: 'ab', whom: '' } });
  standIn.removeIf(typed);
  expect(standIn.read()).toMatchObject({ texts: { by: 'ab' } });
  standIn.removeIf({ texts: { by: 'ab' }, seen: null });
  expect(storage.held.size).toBe(0);
});

test('junk in the storage counts as nothing', () => {
  const storage = fakeStorage();
  const standIn = createStandIn(() => storage, 'me', '1');
  standIn.write(typed);
  for (const junk of ['', '{', '7', '{"texts":{"by":1}}']) {
    for (const key of storage.held.keys()) storage.held.set(key, junk);
    expect(standIn.read()).toBeNull();
  }
});

test('where the browser denies its storage, typing goes on without', () => {
  const standIn = createStandIn(
    () => {
      throw new Error('denied');
    },
    'me',
    '1',
  );
  standIn.write(typed);
  standIn.removeIf(typed);
  standIn.remove();
  expect(standIn.read()).toBeNull();
});
