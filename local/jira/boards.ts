// Boards and their sprints, kept in memory beside the tables: a site has few of them.
import { type Db } from '../db';
import { type SiteBoard, type SiteSprint } from './api';
import { json } from './rows';

export interface Boards {
  boards(): SiteBoard[];
  board(id: number): SiteBoard | undefined;
  addBoard(board: SiteBoard): void;
  /** Of one board, or of all; in the order in which they were made. */
  sprints(boardId?: number): SiteSprint[];
  sprint(id: number): SiteSprint | undefined;
  addSprint(sprint: SiteSprint): void;
  reload(): void;
}

export function createBoards(db: Db): Boards {
  const boards = new Map<number, SiteBoard>();
  const sprints = new Map<number, SiteSprint>();
  const reload = (): void => {
    boards.clear();
    sprints.clear();
    for (const row of db.all('SELECT data FROM jira_board ORDER BY id')) {
      const board = json<SiteBoard>(row, 'data');
      boards.set(board.id, board);
    }
    for (const row of db.all('SELECT data FROM jira_sprint ORDER BY id')) {
      const sprint = json<SiteSprint>(row, 'data');
      sprints.set(sprint.id, sprint);
    }
  };
  reload();
  return {
    reload,
    boards: () => [...boards.values()],
    board: (id) => boards.get(id),
    addBoard: (board) => {
      db.run('INSERT OR REPLACE INTO jira_board VALUES (?, ?)', [board.id, JSON.stringify(board)]);
      boards.set(board.id, board);
    },
    sprints: (boardId) =>
      [...sprints.values()].filter((one) => boardId === undefined || one.boardId === boardId),
    sprint: (id) => sprints.get(id),
    addSprint: (sprint) => {
      db.run('INSERT OR REPLACE INTO jira_sprint VALUES (?, ?)', [
        sprint.id,
        JSON.stringify(sprint),
      ]);
      sprints.set(sprint.id, sprint);
    },
  };
}
