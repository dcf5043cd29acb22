'use strict';
// Takes the place of the native keytar module, which only the login of the Forge CLI needs.
// Nothing is kept, so nobody is ever logged in.
const nothing = (value) => () => Promise.resolve(value);
module.exports = {
  getPassword: nothing(null),
  setPassword: nothing(undefined),
  deletePassword: nothing(false),
  findPassword: nothing(null),
  findCredentials: nothing([]),
};
