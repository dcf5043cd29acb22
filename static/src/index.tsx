// The only entry: asks Jira which module is being shown, then loads the surface for it.
import './no-eval';
import '@atlaskit/css-reset/dist/bundle.css';
import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { ReaderProvider } from './components/reader';
import { enableTheme, navigate, open, readContext, type PageContext } from './forge';
import { createFormat, fill } from './format';
import { common } from './messages/common';
import type { SurfaceProps } from './surface';
import { beginOpening } from './surfaces/project/gather/opening';

type Load = (context: PageContext) => Promise<ComponentType<SurfaceProps>>;

const item: Load = () => import('./surfaces/item/main').then(({ ItemSurface }) => ItemSurface);

const fetchFirstTab = (): void =>
  void import('./surfaces/project/outcome/outcome-tab').catch(() => undefined);

const projectPage: Load = async ({ extension: { project } }) => {
  // What the page asks first, and the code of its first tab, are under way beside its own code.
  const begun = project && beginOpening(project.id, fetchFirstTab);
  const { ProjectSurface } = await import('./surfaces/project/main');
  return (props) => <ProjectSurface {...props} {...(begun && { begun })} />;
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
  const root = createRoot(element);
  const say = (sentence: string) => root.render(<p role="alert">{sentence}</p>);
  // The theme before the first render, so that nothing is painted in the wrong colours.
  const themed = enableTheme();
  let context: PageContext;
  try {
    context = await readContext();
  } catch {
    return say(common.errors.start);
  }
  const load = SURFACES[context.moduleKey];
  if (!load) return say(fill(common.errors.unknownModule, { key: context.moduleKey }));
  const loading = load(context).catch(() => null);
  // The browser takes its time over the first format of a zone; the surface is under way meanwhile.
  const format = createFormat(context.locale, context.timezone);
  const [Surface] = await Promise.all([loading, themed]);
  if (!Surface) return say(common.errors.start);
  root.render(
    <ReaderProvider value={{ format, siteUrl: context.siteUrl, navigate, open }}>
      <Surface context={context} />
    </ReaderProvider>,
  );
}

const element = document.getElementById('root');
if (element) void start(element);
