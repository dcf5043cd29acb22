// The only entry: asks Jira which module is being shown, then fetches the surface for it beside what
// all surfaces stand on. React comes with the page: nothing can be drawn before Jira has answered, and
// until then it would only stand in the way of the questions.
import './no-eval';
import { askedContext, themed } from './forge/asked';
import '@atlaskit/css-reset/dist/bundle.css';
import type { ComponentType } from 'react';
import { readContext, type PageContext } from './forge/context';
import { fill } from './format';
import { common } from './messages/common';
import type { SurfaceProps } from './surface';
import { beginOpening, type FirstOpening } from './surfaces/project/gather/opening';

interface Loaded {
  surface: Promise<ComponentType<SurfaceProps>>;
  /** What a project page has begun to ask. */
  opening?: FirstOpening | undefined;
}
type Load = (context: PageContext) => Loaded;

const item: Load = () => ({
  surface: import('./surfaces/item/main').then(({ ItemSurface }) => ItemSurface),
});

const fetchFirstTab = (): void =>
  void import('./surfaces/project/outcome/outcome-tab').catch(() => undefined);

const projectPage: Load = ({ extension: { project }, timezone }) => {
  // What the page asks first, and the code of its first tab, are under way beside its own code.
  const begun = project && beginOpening(project.id, timezone, fetchFirstTab);
  const surface = import('./surfaces/project/main').then(({ projectSurface }) =>
    projectSurface(begun),
  );
  return { opening: begun, surface };
};

// Keys are the module keys of manifest.yml.
const SURFACES: Record<string, Load> = {
  'ladder-panel': item,
  'ladder-answered': item,
  'ladder-half': item,
  'ladder-open': item,
  'ladder-page': projectPage,
  'ladder-settings': () => ({
    surface: import('./surfaces/settings/main').then(({ SettingsSurface }) => SettingsSurface),
  }),
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
  if (!load) return say(fill(common.errors.unknownModule, { key: context.moduleKey }));
  try {
    const { surface, opening } = load(context);
    surface.catch(() => undefined); // `show` deals with it once it is there
    // The theme before the first render, so that nothing is painted in the wrong colours.
    const [{ show }] = await Promise.all([import('./page'), themed]);
    await show(element, context, surface, opening);
  } catch {
    say(common.errors.start);
  }
}

const element = document.getElementById('root');
if (element) void start(element);
