// Whether hostile texts on a page are texts still.
import { expect } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { HOSTILE } from '../../support/hostile';

/** All of them, one after the other. */
export const ALL = HOSTILE.join(' ');
const START = ALL.slice(0, 20);

/** Elements that no page of Ladder has, and hostile texts are full of. */
const BORN =
  'script, iframe, object, embed, img, video, audio, base, meta, link, style, math, template, noscript, foreignObject, animate, set, image, use, b, body body';

/** Waits until the texts are there, and looks for what they may have become. */
export async function unharmed(shown = START): Promise<void> {
  await waitFor(() => expect(document.body.textContent).toContain(shown));
  await waitFor(() => expect(document.querySelector('[role=progressbar]')).toBeNull());
  expect(Reflect.get(window, '__ran')).toBeUndefined();
  expect([...document.body.querySelectorAll(BORN)].map(({ outerHTML }) => outerHTML)).toEqual([]);
  for (const element of document.body.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|^srcdoc$|^xlink/);
      if (/^(href|src|action|formaction)$/.test(name))
        expect(value).toMatch(/^(https:\/\/(site|shop)\.example\/|#|\/[^/])/);
    }
}
