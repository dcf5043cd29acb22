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
import { beginOpening } from './surfaces/project/gather/opening';

type Load = (context: PageContext) => Promise<ComponentType<SurfaceProps>>;

const item: Load = () => import('./surfaces/item/main').then(({ ItemSurface }) => ItemSurface);

const fetchFirstTab = (): void =>
  void import('./surfaces/project/outcome/outcome-tab').catch(() => undefined);

const projectPage: Load = async ({ extension: { project }, timezone }) => {
  // What the page asks first, and the code of its first tab, are under way beside its own code.
  const begun = project && beginOpening(project.id, timezone, fetchFirstTab);
  const { projectSurface } = await import('./surfaces/project/main');
  return projectSurface(begun);
};

// Keys are the module keys of manifest.yml.
const SURFACES: Record<string, Load> = {
  'ladder-panel': item,
  'ladder-answered': item,
  'ladder-half': item,
  'ladder-open': item,
  'ladder-page': projectPage,
  'ladder-settings': () =>
    import('./surfaces/settings/main').then(({ SettingsSurface }) => SettingsSurface),
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
  const parts = Promise.all([load(context), import('./page'), themed]).catch(() => null);
  const found = await parts;
  if (!found) return say(common.errors.start);
  // The theme before the first render, so that nothing is painted in the wrong colours.
  const [Surface, { show }] = found;
  show(element, context, Surface);
}

const element = document.getElementById('root');
if (element) void start(element);
