// Emails that the site has queued: nothing leaves this process, the shell shows them.
import { type Db } from '../db';
import { json } from './rows';

/** An email that the site would send about an issue. */
export interface SiteMail {
  at: number;
  issueKey: string;
  /** Who had it sent; null for nobody. */
  fromAccountId: string | null;
  toAccountIds: string[];
  subject: string;
  text: string;
  html: string;
}

export interface MailQueue {
  add(mail: SiteMail): void;
  /** Newest first. */
  all(): SiteMail[];
}

/** The queue is kept in the database. */
export const createMailQueue = (db: Db): MailQueue => ({
  add: (mail) => {
    db.run('INSERT INTO jira_mail(data) VALUES (?)', [JSON.stringify(mail)]);
  },
  all: () =>
    db.all('SELECT data FROM jira_mail ORDER BY id DESC').map((row) => json<SiteMail>(row, 'data')),
});
