// A call that Jira in memory knows, and what answers it.
import type { Answer, Asked } from './answers';

type Handler = (asked: Asked, match: RegExpExecArray) => Answer;

/** Method, path below the API's root, and what answers. */
export type Route = [string, RegExp, Handler];
