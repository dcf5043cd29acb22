// Text of the project settings.
import { settingsGoals } from './settings-goals';
import { settingsForum, settingsRules } from './settings-kill';
import { settingsSetup } from './settings-setup';
import { settingsStreams } from './settings-streams';
import { words } from '../words';

export const settings = words('settings', {
  title: 'Ladder settings',
  intro: 'What this project wants to move, and what Ladder may do with items that do not say.',
  sections: {
    title: 'On this page',
    agreement: 'Agreement',
    digest: 'Messages',
    data: 'Data',
  },
  loadFailed: 'The settings could not be loaded',
  notYours: {
    title: 'Only administrators of this project can change its settings',
    text: 'Ask one of them if something should be different. The goals and rules that hold are on the project’s own Ladder page.',
  },
  unsaved: 'Not saved yet',
  saved: 'Saved',
  save: 'Save',
  discard: 'Discard changes',
  failed: 'This was not saved',
  kept: 'What you typed is kept.',
  conflict: {
    title: 'Somebody else changed this meanwhile',
    text: 'Nothing was overwritten, and what you typed is kept. Choose for each field, then save.',
    theirs: 'Theirs:',
    yours: 'Yours:',
    was: 'It was: {value}.',
    by: {
      theirs: 'Only they changed it.',
      yours: 'Only you changed it.',
      both: 'Both of you changed it.',
    },
    nothing: 'nothing',
    ended: 'They ended this goal. It stays ended when you save.',
    saveChosen: 'Save as chosen',
    takeTheirs: 'Take theirs',
  },
  setup: settingsSetup,
  goals: settingsGoals,
  rules: settingsRules,
  forum: settingsForum,
  streams: settingsStreams,
  history: {
    line: 'Changed {at} by {name}: {changes}',
    change: '{field} {from} → {to}',
    nothing: 'nothing',
    somebody: 'somebody Jira does not name',
    never: 'Nobody has changed this yet.',
    putBack: 'Put back what it was',
    filled: 'The form holds what it was. It is saved once you save.',
    earlier: 'Earlier changes',
    further: 'Look further back',
    failed: 'Who changed this could not be read.',
    again: 'Try again',
  },
  gate: {
    title: 'Gate',
    text: 'What happens when somebody starts work on an item that has no answer.',
    mode: 'When work starts without an answer',
    off: { title: 'Off', text: 'Nothing is said when work starts. Answers stay voluntary.' },
    warn: {
      title: 'Warn',
      text: 'Work may start. Until then Ladder says on the item what is missing.',
    },
    block: { title: 'Block', text: 'The move is refused and the sentence below is shown.' },
    place: 'See in Setup where the rule stands',
    askBlock: 'Jira refuses the move and shows this:',
    askWarn: 'The item shows this while it has not started:',
    anyway: 'Start anyway',
    anywayText:
      'Who may edit an item can let it start without an answer, for a reason. That holds for this one item and for seven days, and is listed in the Backlog tab.',
    anywayLink: 'Open the Backlog tab',
    types: 'Types that are not asked',
    typesHelp: 'Sub-tasks and everything above the standard level are never stopped.',
    labels: 'Labels that are not asked',
    labelsHelp: 'Separated by commas. Items with one of them are not asked.',
    today: {
      block:
        '{todo} items that have not started would be stopped today. {progress} are in progress without an answer and stay there.',
      warn: '{todo} items that have not started say today that an answer is missing. {progress} are in progress without one.',
      what: {
        todo: 'items that have not started and have no answer for a goal that counts',
        progress: 'items in progress without an answer for a goal that counts',
      },
    },
    sentences: 'What people will read',
    sentence: {
      none: 'Without an answer',
      half: 'With half an answer',
      goal: 'When the goal is not active',
    },
  },
  undelivered: {
    title: 'Closed without delivering',
    text: 'Items closed like this are not counted as shipped; they are counted apart.',
    resolutions: 'Resolutions',
    statuses: 'Statuses that mean done',
    usual: 'usual',
    usualOnes: 'Back to the usual ones',
    byName: 'The usual ones are chosen by name; new ones of the site are taken in by themselves.',
    own: 'This project has its own choice.',
    none: 'The site has none.',
    preview: {
      now: '{now} items of the last 180 days count as shipped.',
      then: 'Of the last 180 days {now} items count as shipped now, and {then} with this.',
      what: 'items shipped in the last 180 days, as it is saved',
      whatThen: 'items shipped in the last 180 days, with what is chosen here',
    },
    chosen: { one: '{count} chosen', other: '{count} chosen' },
  },
} as const);
