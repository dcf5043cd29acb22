// Validators whose expression failed: Jira sends `avi:jira:failed:expression` for each of them.
import { type Db } from '../db';
import { json } from './rows';

export interface FailedExpression {
  at: number;
  moduleKey: string;
  issueId: string;
  projectId: string;
  /** Why it failed: an error, or a value that is neither Boolean nor text. */
  reason: string;
}

export interface FailureLog {
  add(failure: FailedExpression): void;
  /** Oldest first. */
  all(): FailedExpression[];
}

/** The log is kept in the database. */
export function createFailureLog(db: Db): FailureLog {
  return {
    add: (failure) => {
      db.run('INSERT INTO jira_expression_failure(data) VALUES (?)', [JSON.stringify(failure)]);
    },
    all: () =>
      db
        .all('SELECT data FROM jira_expression_failure ORDER BY id')
        .map((row) => json<FailedExpression>(row, 'data')),
  };
}
