// Goes through the pages with planted texts, and keeps which of them it has seen.
import { expect, type Locator } from '@playwright/test';
import { HOSTILE } from '../../../support/hostile';
import type { Story } from '../story';
import { seenIn, textsOf, type Field } from './fields';
import { appFrames, shownOn, watchQuiet } from './shown';

/** Elements that no page of Ladder has, and hostile texts are full of. */
const BORN =
  'script, iframe, object, embed, img, video, audio, base, math, template, noscript, foreignObject, animate, set, image, use';

const markup = (elements: Element[]): string[] => elements.map(({ outerHTML }) => outerHTML);

/** What a surface has to have shown at the end of a visit. */
export interface Wanted {
  /** Fields, each with one value at least. */
  fields: readonly Field[];
  /** Fields in which every text stood that they can hold. */
  whole: readonly Field[];
}

interface Visit {
  /** Opens a page and looks at it; what it has to show is missed where it does not. */
  open(address: string, shows?: readonly Field[]): Promise<void>;
  /** Presses something and looks at what there is then. */
  press(what: Locator, shows?: readonly Field[]): Promise<void>;
  /** Fails with what was not seen: a wanted field, a text of a whole one, a text in no field at all. */
  expectAll(wanted: Wanted): void;
}

/** A visit of one person; what runs, or is no text any more, fails it. */
export function visit(story: Story): Visit {
  const { page } = story;
  const quiet = watchQuiet(page);
  const seen = new Map<Field, Set<string>>();
  const keep = async (): Promise<Set<Field>> => {
    const shown = seenIn(await shownOn(page));
    for (const { field, texts } of shown)
      seen.set(field, new Set([...(seen.get(field) ?? []), ...texts]));
    return new Set(shown.map(({ field }) => field));
  };
  const unfold = async (): Promise<void> => {
    for (let deep = 0; deep < 3; deep += 1) {
      await quiet.wait();
      const opened = await Promise.all(
        appFrames(page).map((frame) =>
          frame.evaluate(() => {
            const shut = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
            for (const one of shut) one.open = true;
            return shut.length;
          }),
        ),
      );
      if (opened.every((count) => count === 0)) return;
    }
    await quiet.wait();
  };
  const look = async (where: string, shows: readonly Field[] = []): Promise<void> => {
    await unfold();
    const missing = async (): Promise<Field[]> => {
      const shown = await keep();
      return shows.filter((field) => !shown.has(field));
    };
    await expect.poll(missing, { message: `fields that are missing: ${where}` }).toEqual([]);
    for (const frame of [page.mainFrame(), ...appFrames(page)])
      expect(await frame.evaluate(() => '__ran' in window), where).toBe(false);
    for (const frame of appFrames(page))
      expect(await frame.locator('#root').locator(BORN).evaluateAll(markup), where).toEqual([]);
  };
  return {
    async open(address, shows) {
      await story.open(address);
      await look(address, shows);
    },
    async press(what, shows) {
      await what.first().click({ timeout: 20_000 });
      await look(String(what), shows);
    },
    expectAll({ fields, whole }) {
      const texts = new Set([...seen.values()].flatMap((all) => [...all]));
      expect({
        fields: fields.filter((field) => !seen.has(field)),
        texts: HOSTILE.filter((text) => !texts.has(text)),
        whole: whole.flatMap((field) =>
          textsOf(field)
            .filter((text) => !seen.get(field)?.has(text))
            .map((text) => [field, text]),
        ),
      }).toEqual({ fields: [], texts: [], whole: [] });
    },
  };
}
