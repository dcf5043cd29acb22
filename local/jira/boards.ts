// Boards and their sprints.
import { type Db } from '../db';
import { type SiteBoard, type SiteSprint } from './api';
import { kept } from './kept';

export interface Boards {
  boards(): SiteBoard[];
  addBoard(board: SiteBoard): void;
  /** Of one board, or of all; in the order in which they were made. */
  sprints(boardId?: number): SiteSprint[];
  sprint(id: number): SiteSprint | undefined;
  addSprint(sprint: SiteSprint): void;
  reload(): void;
}

export function createBoards(db: Db): Boards {
  const boards = kept<SiteBoard>(db, 'board', ({ id }) => id);
  const sprints = kept<SiteSprint>(db, 'sprint', ({ id }) => id);
  return {
    boards: boards.all,
    addBoard: boards.put,
    sprints: (boardId) =>
      sprints.all().filter((one) => boardId === undefined || one.boardId === boardId),
    sprint: sprints.get,
    addSprint: sprints.put,
    reload: () => {
      boards.reload();
      sprints.reload();
    },
  };
}
