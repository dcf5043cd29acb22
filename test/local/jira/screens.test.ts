import { expect, test } from '@jest/globals';
import { type SiteScreen } from '../../../local/jira/api';
import { office } from './office';
import { as, asBrowser, createTestSite, makeIssue } from './support';

const CLOSE: SiteScreen = { id: '1', name: 'Close', fields: [{ id: 'resolution' }] };
const WONT_DO = { resolution: { name: "Won't Do" } };
const said = (text: string) => ({
  comment: [
    {
      add: {
        body: {
          type: 'doc',
          version: 1,
          content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
        },
      },
    },
  ],
});

/** SHOP-1 is open; the way to Done shows this screen. */
function site(screen?: SiteScreen) {
  const made = createTestSite();
  made.jira.site.addIssues([makeIssue(1)]);
  if (screen) made.jira.site.setTransitionScreen('1', '13', screen);
  const path = '/issue/SHOP-1/transitions';
  const close = (more: object = {}) =>
    made.call(asBrowser('dev'), 'POST', path, { transition: { id: '31' }, ...more });
  const offered = async (id = '31') => {
    const query = `?expand=transitions.fields&transitionId=${id}`;
    const { json } = await made.call(asBrowser('dev'), 'GET', path + query);
    return (json as { transitions: Record<string, unknown>[] }).transitions;
  };
  const read = async () => {
    const { json } = await made.call(as('dev'), 'GET', '/issue/SHOP-1');
    return (json as { fields: Record<string, unknown> }).fields;
  };
  return { ...made, close, offered, read };
}

test('a transition tells its screen: the field, whether it is required, and its values', async () => {
  const { offered } = site(CLOSE);
  expect(await offered()).toMatchObject([
    {
      hasScreen: true,
      fields: {
        resolution: {
          required: false,
          name: 'Resolution',
          key: 'resolution',
          schema: { type: 'resolution', system: 'resolution' },
          operations: ['set'],
          hasDefaultValue: false,
          allowedValues: [
            { id: '1', name: 'Done' },
            { id: '2', name: "Won't Do" },
          ],
        },
      },
    },
  ]);
  expect(await offered('21')).toMatchObject([{ hasScreen: false, fields: {} }]);
});

test('without the expansion, and for a transition that does not exist, no fields are told', async () => {
  const { call, offered } = site(CLOSE);
  const { json } = await call(as('dev'), 'GET', '/issue/SHOP-1/transitions');
  expect(JSON.stringify(json)).not.toContain('"fields"');
  expect(await offered('99')).toEqual([]);
});

test('a resolution is refused where no screen holds it, and nothing happens', async () => {
  const { close, read } = site();
  const message =
    "Field 'resolution' cannot be set. It is not on the appropriate screen, or unknown.";
  const refused = await close({ fields: WONT_DO });
  expect(refused).toMatchObject({ status: 400, json: { errors: { resolution: message } } });
  expect(await read()).toMatchObject({ status: { name: 'To Do' } });
  expect((await close()).status).toBe(204);
  expect(await read()).toMatchObject({ resolution: { name: 'Done' } });
});

test('a comment is kept where a screen is shown, and lost without a word where none is', async () => {
  const shown = site(CLOSE);
  expect((await shown.close({ fields: WONT_DO, update: said('No.') })).status).toBe(204);
  expect(await shown.read()).toMatchObject({
    resolution: { name: "Won't Do" },
    comment: { total: 1, comments: [{ author: { accountId: 'acc-dev' } }] },
  });
  const bare = site();
  expect((await bare.close({ update: said('No.') })).status).toBe(204);
  expect(await bare.read()).toMatchObject({ status: { name: 'Done' }, comment: { total: 0 } });
});

test('a required field has to be given, unless the issue has it', async () => {
  const fields = [{ id: 'resolution' }, { id: 'components', required: true }];
  const { close, read, call, clock } = site({ id: '2', name: 'Close', fields });
  expect(await close()).toMatchObject({
    status: 400,
    json: { errorMessages: [], errors: { components: 'Components is required.' } },
  });
  expect((await close({ fields: { components: [] } })).status).toBe(400);
  expect((await close({ fields: { components: [{ name: 'None' }] } })).status).toBe(400);
  expect((await close({ fields: { components: [{ id: '501' }] } })).status).toBe(204);
  expect(await read()).toMatchObject({
    status: { name: 'Done' },
    components: [{ name: 'Checkout' }],
  });
  const back = { transition: { id: '11' } };
  clock.set(clock.now() + 1);
  await call(as('dev'), 'POST', '/issue/SHOP-1/transitions', back);
  expect((await close()).status).toBe(204);
});

test('a field is given once, by a screen that knows it', async () => {
  const fields = [{ id: 'labels' }, { id: 'resolution' }];
  const { close, jira } = site({ id: '3', name: 'Close', fields });
  const twice = { fields: { labels: ['x'] }, update: { labels: [{ add: 'y' }] } };
  expect(await close(twice)).toMatchObject({
    status: 400,
    json: { errors: { labels: expect.stringContaining('both') } },
  });
  expect(await close({ fields: { summary: 'Other' } })).toMatchObject({
    status: 400,
    json: { errors: { summary: expect.stringContaining('cannot be set') } },
  });
  const odd = { id: '4', name: 'Odd', fields: [{ id: 'colour' }] };
  expect(() => {
    jira.site.setTransitionScreen('1', '13', odd);
  }).toThrow('colour');
  expect(() => {
    jira.site.setTransitionScreen('2', '23', CLOSE);
  }).toThrow('team-managed');
});

test('a status without a way back offers no transition', async () => {
  const { close, call, jira } = site();
  jira.site.closeWayBack('1', '13');
  expect((await close()).status).toBe(204);
  const { json } = await call(as('dev'), 'GET', '/issue/SHOP-1/transitions');
  expect(json).toMatchObject({ transitions: [] });
  const back = { transition: { id: '11' } };
  expect((await call(as('dev'), 'POST', '/issue/SHOP-1/transitions', back)).status).toBe(400);
});

test('an update of the workflow sends the screen back and may not change it', async () => {
  const { jira, read, bodyOf, update, call } = office();
  jira.site.setTransitionScreen('1', '13', CLOSE);
  const found = await read();
  expect((await update(as('admin'), bodyOf(found))).status).toBe(200);
  const path = '/issue/SHOP-1/transitions?transitionId=31';
  expect((await call(as('dev'), 'GET', path)).json).toMatchObject({
    transitions: [{ hasScreen: true }],
  });
  const bare = (await read()).workflow.transitions.map((one) => ({
    ...one,
    transitionScreen: null,
  }));
  expect((await update(as('admin'), bodyOf(await read(), bare))).status).toBe(400);
});
