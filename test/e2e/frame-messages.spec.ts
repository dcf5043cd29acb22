// Made-up messages to the frame of the app (A25): whoever can reach its window can post to it.
import { HOSTILE } from '../support/hostile';
import { BY_NIGHT, expect, test } from './support/story';

declare global {
  interface Window {
    messageListeners?: string[];
  }
}

const ERASE = { functionKey: 'data.erase', payload: { projectId: '10000', begin: true } };
/** What bridges, routers, loaders and tools are known to say, and what no one says. */
const MESSAGES: readonly unknown[] = [
  ...HOSTILE,
  ...[null, 0, true, [], {}, [ERASE]],
  ...['invoke', 'navigate', 'close', 'submit', 'refresh', 'resize', 'setTheme', 'open'].flatMap(
    (type) => [
      { type, payload: ERASE, href: 'javascript:window.__ran=1', height: 1e9 },
      { method: type, params: [ERASE], id: 1, jsonrpc: '2.0' },
      { penpal: 'call', methodName: type, args: [ERASE], id: 1 },
      { eid: 'a', type: 'req', m: { n: type, a: [ERASE] } },
    ],
  ),
  {
    type: 'webpackOk',
    source: 'react-devtools-bridge',
    data: '<img src=x onerror=window.__ran=1>',
  },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
];

for (const [address, module] of [
  ['/projects/SHOP/ladder?tab=goals', 'ladder-page'],
  ['/projects/SHOP/settings/ladder', 'ladder-settings'],
  ['/browse/SHOP-12', 'ladder-panel'],
] as const)
  test(`made-up messages to ${module} are heard by nobody`, BY_NIGHT, async ({ story }) => {
    const { page, host } = story;
    await page.addInitScript(() => {
      const listeners: string[] = (window.messageListeners = []);
      const { addEventListener } = window;
      window.addEventListener = (...args: Parameters<typeof addEventListener>) => {
        if (args[0] === 'message') listeners.push(String(new Error().stack));
        addEventListener.apply(window, args);
      };
    });
    await story.open(address);
    const body = story.surface(module).locator('body');
    await expect(body.getByRole('button').first()).toBeVisible();
    let shown = '';
    const isStill = async () => {
      const before = shown;
      return (shown = await body.innerText()) === before;
    };
    await expect.poll(isStill, { intervals: [1_500] }).toBe(true);
    const { functions } = host;
    const runs = functions.log.newest().length;

    await page.evaluate((messages) => {
      for (const frame of document.querySelectorAll('iframe'))
        for (const one of messages) frame.contentWindow?.postMessage(one, '*');
    }, MESSAGES);
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    expect(frames.length).toBeGreaterThan(0);
    for (const frame of frames) {
      // Behind all that were posted before it, so that they were all delivered.
      await frame.evaluate(
        (messages) =>
          new Promise((resolve) => {
            for (const one of messages) window.postMessage(one, '*');
            window.addEventListener('message', ({ data }) => data === 'the last' && resolve(data));
            window.postMessage('the last', '*');
          }),
        MESSAGES,
      );
      const after = await frame.evaluate(() => ({
        ran: Reflect.get(window, '__ran') as unknown,
        polluted: Reflect.get({}, 'polluted') as unknown,
        listeners: window.messageListeners ?? [],
      }));
      expect(after).toMatchObject({ ran: undefined, polluted: undefined });
      // The host's side of the bridge, and this test: the app itself listens to none.
      const own = after.listeners.filter((stack) => !/\/rpc\.js|evaluate/i.test(stack));
      expect(own).toEqual([]);
      expect(after.listeners.length).toBeGreaterThan(1);
    }
    await page.waitForLoadState('networkidle');
    expect(functions.log.newest()).toHaveLength(runs);
    expect(await body.innerText()).toBe(shown);
    expect(new URL(page.url()).pathname).toBe(new URL(address, page.url()).pathname);
  });
