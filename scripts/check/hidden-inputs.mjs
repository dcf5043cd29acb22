// A lint rule for code that has to answer the same to the same input: no look at the clock, no dice.
const CLOCK =
  'Take the moment as an argument, or from the Clock port: tests must be able to set it.';
const DICE =
  'Take random choices as an argument or from a port: the same input gives the same output.';

const isNamed = (node, name) => node.type === 'Identifier' && node.name === name;

const reads = ({ object, property }, owner, name) =>
  isNamed(object, owner) && isNamed(property, name);

/** Refuses `new Date()`, `Date()`, `Date.now` and `Math.random`. */
const noHiddenInputs = {
  create: (context) => ({
    NewExpression(node) {
      if (isNamed(node.callee, 'Date') && node.arguments.length === 0)
        context.report({ node, message: CLOCK });
    },
    CallExpression(node) {
      if (isNamed(node.callee, 'Date')) context.report({ node, message: CLOCK });
    },
    MemberExpression(node) {
      if (reads(node, 'Date', 'now')) context.report({ node, message: CLOCK });
      if (reads(node, 'Math', 'random')) context.report({ node, message: DICE });
    },
  }),
};

export default { meta: { name: 'house' }, rules: { 'no-hidden-inputs': noHiddenInputs } };
