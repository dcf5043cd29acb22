// One item: its facts, its answer, its result.
import {
  PROPERTY_KEYS,
  writeAnswer,
  writeDecision,
  writePass,
  writeResult,
} from '../../contract/properties';
import { PROPERTY_LIMIT } from '../../contract/limits';
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import type { Items } from '../../ports';
import type { JiraClient, Request } from './client';
import { absent, hidden, jiraError } from './errors';
import { statusMoves } from './histories';
import { FACT_FIELDS, FACT_PROPERTIES, factsOf } from './items';

/** Changelog pages hold at most 100 entries; this many pages are read before giving up. */
const HISTORY_PAGES = 50;
/** Issues that Jira fetches at once. */
const FETCHED_AT_ONCE = 100;

function sized(value: unknown): unknown {
  const text = JSON.stringify(value);
  if (text.length > PROPERTY_LIMIT || Buffer.byteLength(text) > PROPERTY_LIMIT)
    throw new AppError('limit_reached', MESSAGES.answer.tooLong);
  return value;
}

/**
 * One item at a time: reads as the user, answers written as the user, projections as the app.
 * @throws AppError as the client's calls; limit_reached for a value longer than a property holds
 */
export function jiraItems(jira: JiraClient): Items {
  const property = (itemId: string, propertyKey: string) => ({
    issueIdOrKey: itemId,
    propertyKey,
  });
  async function remove(params: ReturnType<typeof property>, as: Request['as']): Promise<void> {
    try {
      await jira.send('deleteIssueProperty', { as, params });
    } catch (error) {
      absent(error);
      // Jira answers 404 for what is gone and to who may not edit the item: what is left tells.
      const left = await jira.call('getIssueProperty', { as, params }).catch(absent);
      if (left) throw jiraError(403, 'deleteIssueProperty');
    }
  }
  return {
    async read(itemId) {
      const issue = await jira.call('getIssue', {
        as: 'user',
        params: { issueIdOrKey: itemId },
        query: {
          fields: [...FACT_FIELDS, 'project'].join(','),
          properties: FACT_PROPERTIES.join(','),
        },
      });
      const projectId = issue.fields?.project?.id;
      if (!projectId) throw new AppError('jira_unavailable', MESSAGES.jira.jira_unavailable);
      return {
        facts: factsOf(issue),
        projectId,
        answerValue: issue.properties?.[PROPERTY_KEYS.answer],
      };
    },
    async projectOf(itemId) {
      const { fields } = await jira.call('getIssue', {
        as: 'user',
        params: { issueIdOrKey: itemId },
        query: { fields: 'project' },
      });
      if (fields?.project) return fields.project.id;
      throw new AppError('jira_unavailable', MESSAGES.jira.jira_unavailable);
    },
    async inProject(projectId, itemIds) {
      const found = new Set<string>();
      for (let from = 0; from < itemIds.length; from += FETCHED_AT_ONCE) {
        const issueIdsOrKeys = itemIds.slice(from, from + FETCHED_AT_ONCE);
        const body = { issueIdsOrKeys, fields: ['project'] };
        const { issues } = await jira.call('bulkFetch', { as: 'user', body });
        for (const { id, fields } of issues) if (fields?.project?.id === projectId) found.add(id);
      }
      return found;
    },
    async parent(itemId) {
      const found = await jira
        .call('getIssue', {
          as: 'user',
          params: { issueIdOrKey: itemId },
          query: {
            fields: 'summary',
            properties: [PROPERTY_KEYS.answer, PROPERTY_KEYS.result].join(','),
          },
        })
        .catch(hidden);
      if (!found) return null;
      const { id, key, fields, properties } = found;
      return {
        id,
        key,
        summary: fields?.summary ?? '',
        answer: properties?.[PROPERTY_KEYS.answer] ?? null,
        result: properties?.[PROPERTY_KEYS.result] ?? null,
      };
    },
    async wasIn(itemId, statusIds) {
      for (let page = 0; page < HISTORY_PAGES; page += 1) {
        const { values, isLast, total } = await jira.call('getChangelog', {
          as: 'user',
          params: { issueIdOrKey: itemId },
          query: { startAt: page * 100, maxResults: 100 },
        });
        const entered = values
          .flatMap(({ items }) => items)
          .filter(({ field, fieldId }) => (fieldId ?? field) === 'status');
        if (entered.some(({ to }) => to != null && statusIds.includes(to))) return true;
        const read = page * 100 + values.length;
        if (values.length === 0 || (isLast ?? read >= (total ?? read))) return false;
      }
      return false;
    },
    moves: (itemId) => statusMoves(jira, 'user', itemId),
    async answerValue(itemId) {
      const params = property(itemId, PROPERTY_KEYS.answer);
      const there = await jira.call('getIssueProperty', { as: 'user', params }).catch(absent);
      return there?.value;
    },
    async writeAnswer(itemId, answer) {
      const params = property(itemId, PROPERTY_KEYS.answer);
      if (answer === null) await remove(params, 'user');
      else
        await jira.send('setIssueProperty', {
          as: 'user',
          params,
          body: sized(writeAnswer(answer)),
        });
    },
    async putBackAnswer(itemId, value) {
      const params = property(itemId, PROPERTY_KEYS.answer);
      if (value === undefined) await remove(params, 'user');
      else await jira.send('setIssueProperty', { as: 'user', params, body: value });
    },
    async writeResult(itemId, result) {
      const params = property(itemId, PROPERTY_KEYS.result);
      if (result === null) await remove(params, 'app');
      else await jira.send('setIssueProperty', { as: 'app', params, body: writeResult(result) });
    },
    async writeDecision(itemId, decision) {
      const params = property(itemId, PROPERTY_KEYS.decision);
      if (decision === null) await remove(params, 'app');
      else
        await jira.send('setIssueProperty', { as: 'app', params, body: writeDecision(decision) });
    },
    async writePass(itemId, pass) {
      await jira.send('setIssueProperty', {
        as: 'app',
        params: property(itemId, PROPERTY_KEYS.pass),
        body: writePass(pass),
      });
    },
  };
}
