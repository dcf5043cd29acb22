// Screens that a transition shows, with the fields that may be set on its way. In Jira a field is
// required by its configuration; here the screen says so itself.
import { type Db } from '../../db';
import { type SiteScreen } from '../api';
import { kept } from '../kept';
import { type Transition } from './document';

const SCREEN_RULE = 'system:transition-screen';

export interface Screens {
  /** The screen of a transition; undefined when it has none. */
  of(transition: Transition): SiteScreen | undefined;
  put(screen: SiteScreen): SiteScreen;
  reload(): void;
}

/** What an earlier run left in the database is there again. */
export function createScreens(db: Db): Screens {
  const screens = kept<SiteScreen>(db, 'screen', ({ id }) => id);
  return {
    put: screens.put,
    reload: screens.reload,
    of: ({ transitionScreen: rule }) => {
      const id = rule?.ruleKey === SCREEN_RULE ? rule.parameters?.['screenId'] : undefined;
      return id === undefined ? undefined : screens.get(id);
    },
  };
}

/** A screen as workflows name it. */
export const screenRule = ({ id }: SiteScreen) => ({
  ruleKey: SCREEN_RULE,
  parameters: { screenId: id },
});
