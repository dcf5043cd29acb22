// Workflows of every shape that Jira may answer with, and what of them an update has to hold.
import fc from 'fast-check';
import {
  gateRule,
  isGate,
  type Rule,
  type Site,
  type Transition,
  type Workflow,
} from './workflow-site';

/** Atlassian, "Bulk update workflows": what an update takes of a transition. */
const TAKEN = [
  'actions',
  'conditions',
  'customIssueEventId',
  'description',
  'id',
  'links',
  'name',
  'properties',
  'toStatusReference',
  'transitionScreen',
  'triggers',
  'type',
  'validators',
];
/** The parts that an update takes and that are there, without the gate. */
export function rest(transition: Transition): Record<string, unknown> {
  const found = TAKEN.flatMap((name): [string, unknown][] => {
    const part = transition[name];
    if (part === undefined || part === null) return [];
    return [[name, name === 'validators' ? (part as Rule[]).filter((one) => !isGate(one)) : part]];
  });
  return { validators: [], ...Object.fromEntries(found) };
}

const reference = fc.constantFrom('s1', 's2', 's3');
const parameters = fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ unit: 'grapheme' }), {
  maxKeys: 3,
  noNullPrototype: true,
});
const otherRule: fc.Arbitrary<Rule> = fc.record(
  {
    ruleKey: fc.constantFrom('system:validate-field-value', 'forge:expression-validator', 'x'),
    id: fc.option(fc.uuid()),
    parameters,
  },
  { requiredKeys: ['ruleKey'] },
);
const rules = fc.array(
  fc.oneof({ weight: 3, arbitrary: otherRule }, { weight: 1, arbitrary: fc.constant(gateRule()) }),
  { maxLength: 4 },
);
const anyTransition = fc.record(
  {
    id: fc.constant(''),
    name: fc.string({ unit: 'grapheme', maxLength: 12 }),
    type: fc.constantFrom('GLOBAL', 'DIRECTED', 'DIRECTED'),
    toStatusReference: reference,
    description: fc.string({ maxLength: 12 }),
    links: fc.array(
      fc.record({ fromStatusReference: fc.option(reference), fromPort: fc.option(fc.nat()) }),
      { maxLength: 2 },
    ),
    validators: fc.option(rules),
    actions: fc.array(otherRule, { maxLength: 2 }),
    conditions: fc.option(
      fc.record({
        operation: fc.constant('ALL'),
        conditions: fc.array(otherRule, { maxLength: 2 }),
      }),
    ),
    triggers: fc.array(fc.record({ id: fc.uuid(), ruleKey: fc.constant('t') }), { maxLength: 1 }),
    properties: parameters,
    transitionScreen: fc.option(otherRule),
    customIssueEventId: fc.option(fc.constant('13')),
  },
  { requiredKeys: ['id', 'name', 'type', 'toStatusReference'] },
);
/** One that is bound to statuses says which. */
const transition = anyTransition.map((one) =>
  one.type === 'DIRECTED' && !one.links?.length
    ? { ...one, links: [{ fromStatusReference: 's1' }] }
    : one,
);
export const status = (name: string) => ({
  id: `1000${name}`,
  name: `Status ${name}`,
  description: '',
  statusCategory: { s1: 'TODO', s2: 'IN_PROGRESS' }[name] ?? 'DONE',
  statusReference: name,
  scope: { type: 'GLOBAL' },
});
export const create = {
  id: '1',
  name: 'Create',
  type: 'INITIAL',
  toStatusReference: 's1',
  links: [],
  validators: [{ ruleKey: 'system:permission', parameters: { permissionKey: 'CREATE_ISSUES' } }],
};
const anySite: fc.Arbitrary<Site> = fc
  .record({
    transitions: fc.array(transition, { minLength: 1, maxLength: 6 }),
    version: fc.integer({ min: 0, max: 50 }),
    layout: fc.option(
      fc.record({
        // JSON has no negative zero.
        x: fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
        y: fc.constant(2.5),
      }),
    ),
    properties: parameters,
    type: fc.constantFrom('GLOBAL', 'PROJECT'),
  })
  .map(({ transitions, version, layout, properties, type }) => ({
    statuses: ['s1', 's2', 's3', 'elsewhere'].map(status),
    workflows: ['w1', 'w2'].map((id) => ({
      id,
      name: `Workflow ${id}`,
      description: 'as it is',
      scope: { type },
      isEditable: true,
      version: { id: `v-${id}`, versionNumber: version },
      startPointLayout: layout,
      statuses: ['s1', 's2', 's3'].map((one) => ({
        statusReference: one,
        layout,
        properties,
        deprecated: false,
      })),
      transitions: [create, ...transitions.map((one, n) => ({ ...one, id: String(11 + n) }))],
    })),
  }));
export const workflowOf = ({ workflows }: Site, id = 'w1'): Workflow => {
  const found = workflows.find((one) => one.id === id);
  if (!found) throw new Error(`no workflow ${id}`);
  return found;
};
/** A site, and some of the transitions that the gate can stand on. */
export const withChoice = anySite.chain((site) =>
  fc.tuple(
    fc.constant(site),
    fc.subarray(
      workflowOf(site)
        .transitions.slice(1)
        .map(({ id }) => id),
    ),
  ),
);
