// Content policies: Atlassian's own for pages of the app, a strict one of ours for the shell.
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';
import type { Manifest } from '../manifest';

const silent = { info: () => undefined };

/**
 * The policy that Forge sends with a Custom UI page, computed by its own package from the manifest
 * and the page. `shellOrigin` is allowed to frame it.
 */
export function appPolicy(html: string, manifest: Manifest, shellOrigin: string): string {
  const { styles = [], scripts = [] } = manifest.content;
  const existingCSPDetails = new CSPProcessingService(silent, load).getCspDetails(html, {
    content: { styles, scripts },
    external: {},
  });
  return (
    new CSPInjectionService()
      .getInjectableCSP({
        existingCSPDetails,
        microsEnv: 'prod',
        parentEmbeddingDomain: shellOrigin,
      })
      // Nobody on this machine takes reports.
      .filter((directive) => !directive.startsWith('report-uri'))
      .join('; ')
  );
}

/** Puts a script before every other script of a page. */
export function withFirstScript(html: string, src: string): string {
  const page = load(html);
  page('head').prepend(`<script type="module" src="${src}"></script>`);
  return page.html();
}

/** The shell runs only its own files and frames only the app's origin. */
export function shellPolicy(appOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${appOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
