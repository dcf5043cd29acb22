// The only entry: asks Jira which module is being shown, then fetches the surface for it beside what
// all surfaces stand on. React comes with the page: until Jira has answered it would only stand in the
// way of the questions.
import './no-eval';
import { askedContext, themed } from './forge/asked';
import '@atlaskit/css-reset/dist/bundle.css';
import type { ComponentType } from 'react';
import { readContext, type PageContext } from './forge/context';
import { fill } from './format';
import { readIn } from './language';
import { common } from './messages/common';
import type { show } from './page';
import type { SurfaceProps } from './surface';
import { beginOpening } from './surfaces/project/gather/opening';

type Surface = ComponentType<SurfaceProps>;
type Page = { show: typeof show };
/** `worded` resolves once the texts are the reader's: code that reads them is run after it. */
type Load = (
  context: PageContext,
  element: HTMLElement,
  worded: Promise<void>,
) => Promise<[Surface, Page]>;

/** How long the project page's code waits for its first number before it is fetched and run. */
const CODE_WAITS = 300;
/** How long its drawing does. Both in milliseconds. */
const DRAWING_WAITS = 1_000;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A surface with what it stands on; the theme first, so that nothing is painted in the wrong colours. */
async function fetched(
  worded: Promise<void>,
  surface: () => Promise<Surface>,
): Promise<[Surface, Page]> {
  await worded;
  const [one, page] = await Promise.all([surface(), import('./page'), themed]);
  return [one, page];
}

/** A surface that asks nothing before its code is there. */
const surfaceOf =
  (surface: () => Promise<Surface>): Load =>
  (_context, _element, worded) =>
    fetched(worded, surface);

const item = surfaceOf(() => import('./surfaces/item/main').then((main) => main.ItemSurface));

// What is known first is asked and drawn before the page's own code and React are there: they are much
// more than the first number needs, and would keep it waiting.
const projectPage: Load = async (context, element, worded) => {
  const { project } = context.extension;
  const begun = project && beginOpening(project.id, context.timezone);
  const taken = new AbortController();
  const looked =
    begun &&
    worded
      .then(() => Promise.all([import('./surfaces/project/first-draw'), themed]))
      .then(([{ drawFirst }]) => drawFirst(element, context, begun.finished, taken.signal))
      .catch(() => undefined);
  await Promise.race([looked, after(CODE_WAITS)]);
  const page = fetched(worded, () =>
    import('./surfaces/project/main').then((main) => main.projectSurface(begun)),
  );
  page.catch(() => undefined); // `start` deals with it
  await Promise.race([looked, after(DRAWING_WAITS)]);
  return page.finally(() => taken.abort());
};

// Keys are the module keys of manifest.yml.
const SURFACES: Record<string, Load> = {
  'ladder-panel': item,
  'ladder-answered': item,
  'ladder-half': item,
  'ladder-open': item,
  'ladder-page': projectPage,
  'ladder-reading': surfaceOf(() =>
    import('./surfaces/automation/main').then((main) => main.AutomationSurface),
  ),
  'ladder-settings': surfaceOf(() =>
    import('./surfaces/settings/main').then((main) => main.SettingsSurface),
  ),
};

async function start(element: HTMLElement): Promise<void> {
  const say = (sentence: string): void => {
    const alert = document.createElement('p');
    alert.setAttribute('role', 'alert');
    alert.textContent = sentence;
    element.replaceChildren(alert);
  };
  let context: PageContext;
  try {
    context = await readContext(askedContext);
  } catch {
    return say(common.errors.start);
  }
  const load = SURFACES[context.moduleKey];
  const worded = readIn(context.locale);
  try {
    if (!load) {
      await worded;
      return say(fill(common.errors.unknownModule, { key: context.moduleKey }));
    }
    const [surface, { show }] = await load(context, element, worded);
    show(element, context, surface);
    // React takes a page away that it can't draw.
    addEventListener('error', () => element.firstChild ?? say(common.errors.start));
  } catch {
    say(common.errors.start);
  }
}

const element = document.getElementById('root');
if (element) void start(element);
