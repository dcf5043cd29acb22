// What a style sheet import becomes in Jest.
module.exports = {};
