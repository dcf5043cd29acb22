/** What Jira would refuse, or what is not searched in memory. */
export class RefusedJql extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RefusedJql';
  }
}
