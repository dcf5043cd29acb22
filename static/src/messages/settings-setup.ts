// Text of the checklist that says what is in place.
import { words } from '../words';

export const settingsSetup = words('settings-setup', {
  title: 'Setup',
  text: 'What is in place in this project, as Jira says it now.',
  again: 'Ask Jira again',
  asking: 'Jira is being asked',
  failed: 'Jira was not asked',
  notDone: 'This was not done',
  notSure: 'It is not certain that this is done',
  refreshed: 'This is what Jira says now',
  standing: {
    done: 'In place',
    open: 'To do',
    off: 'Off',
    unknown: 'Not known',
  },
  unavailable: 'Jira did not answer this question. Ask again in a moment.',
  goals: {
    title: 'Goals',
    active: { one: '{count} goal is active.', other: '{count} goals are active.' },
    none: 'No goal is active. Until one is, no item is asked and nothing is refused.',
    way: 'Go to the goals',
  },
  panel: {
    title: 'Ladder on every item',
    pinned: 'The panel is shown on every item of this project.',
    unpinned:
      'The panel is shown only on items where somebody adds it, with the button for apps on the item. The short form beside each item is there in any case.',
    pinWill: 'This shows the panel on all items of this project, for everybody.',
    unpinWill:
      'This hides the panel from items on which nobody added it. Answers stay where they are.',
    pin: 'Show it on every item',
    unpin: 'Take it off again',
    pinDone: 'The panel is on every item',
    unpinDone: 'The panel is taken off',
    slow: 'Jira has taken the order and is not done with it yet. Ask again in a moment.',
    unavailable:
      'Jira does not say whether it is shown on every item. It can be shown or taken off all the same.',
    notSaid: 'Jira does not say whether it is shown on every item. Ask again in a moment.',
    forbidden: 'Only a Jira administrator can see whether the panel is on every item.',
  },
  gate: {
    title: 'Gate in the workflow',
    none: 'Jira names no workflow of this project.',
    forbidden: 'Only a Jira administrator can see on which transitions the gate stands.',
    way: 'Choose what the gate does',
    shared: 'Other projects may use this workflow too; Ladder lets their items pass.',
    legend: 'Transitions of “{workflow}”',
    moves: '{name}: {from} → {to}',
    movesOnly: '{from} → {to}',
    anywhere: 'any status',
    newItem: 'new item',
    creates: 'creates items',
    starts: 'work starts',
    placed: 'gate is here',
    onCreate:
      'On Create, a gate that blocks refuses new items, because nothing can be answered before an item exists. It belongs on no Create transition and can only be taken off here.',
    fixed:
      'Jira does not let this workflow be changed right now. A change of it may still be running: ask Jira again in a few minutes. If it stays so, a Jira administrator can look at it in Jira’s own workflow editor.',
    noTransitions: 'This workflow has no transitions.',
    state: {
      placed: { one: 'Placed on {count} transition.', other: 'Placed on {count} transitions.' },
      nowhere: 'The gate stands on no transition of this workflow.',
    },
    adds: 'adds the rule “Ladder gate” to {names}',
    removes: 'takes it off {names}',
    removesAll: 'takes the rule “Ladder gate” off {names}',
    will: 'This changes the workflow “{workflow}”: it {changes}. Nothing else in it is changed.',
    and: ' and ',
    place: {
      one: 'Place the gate on {count} transition',
      other: 'Place the gate on {count} transitions',
    },
    change: {
      one: 'Change the gate to {count} transition',
      other: 'Change the gate to {count} transitions',
    },
    take: 'Take the gate off',
    reset: 'Back to how it is',
    done: { one: 'Placed on {count} transition', other: 'Placed on {count} transitions' },
    doneNone: 'The gate is taken off',
    said: 'The gate stands as you chose',
    undoPlace: 'Take off again',
    undo: 'Put it back as it was',
    undoButCreate: 'Put it back, except on Create',
    partly: 'Jira took the change, but does not show it yet. Ask again in a moment.',
    conflictTitle: 'Somebody changed this workflow meanwhile',
    conflict:
      'Nothing was written. Here it is as it stands now; look and press again. Your ticks are kept where they are still possible.',
    gone: 'The workflow you changed is not used by this project any more.',
  },
  /** What the gate does, by its mode and by where it stands. */
  now: {
    off: 'The gate is off: nothing is said and nothing is refused.',
    offPlaced: {
      one: 'The gate is off: the rule stands on {count} transition and lets everything pass.',
      other: 'The gate is off: the rule stands on {count} transitions and lets everything pass.',
    },
    warn: 'Warn is chosen: Ladder says on the item what is missing, and nothing is refused.',
    warnPlaced: {
      one: 'Warn is chosen: the rule stands on {count} transition and lets everything pass; Ladder says on the item what is missing.',
      other:
        'Warn is chosen: the rule stands on {count} transitions and lets everything pass; Ladder says on the item what is missing.',
    },
    blockNowhere: 'Block is chosen, but the rule stands on no transition: nothing is refused.',
    blockNoGoal: 'Block is chosen, but no goal is active: nothing is refused.',
    blockPlaced: {
      one: 'Block is chosen: {count} transition is refused for items that do not answer.',
      other: 'Block is chosen: {count} transitions are refused for items that do not answer.',
    },
    blockUnknown:
      'Block is chosen. It refuses only on transitions that the rule stands on, and those are not known here.',
  },
  scan: {
    title: 'Nightly look',
    off: 'It is off: nothing is warned or put on the kill list.',
    on: 'It is on. {last} {next}',
    found: {
      one: 'It looked closely at {count} item whose mark might change.',
      other: 'It looked closely at {count} items whose mark might change.',
    },
    nothing: 'No mark on an open item had to change.',
    way: 'Go to the rules',
  },
  ask: {
    title: 'Ask a Jira administrator',
    text: 'Showing the panel everywhere and placing the gate need the right “Administer Jira”, which you do not have. This text says what to do:',
    label: 'Text to copy',
    copy: 'Copy the text',
    copied: 'Copied',
    letter:
      'Hello, could you set up Ladder in the project {project}?\n\n1. Open {address} as a Jira administrator.\n2. Under Setup, press “Show it on every item”.\n3. Under Setup, look at the ticked transitions of the workflow and press “Place the gate”.\n\nBoth can be taken back on the same page. Thank you.',
    page: 'Project settings → Apps → Ladder of {project}',
  },
} as const);
