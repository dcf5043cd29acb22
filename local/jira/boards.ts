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
  /** Removes the boards of a project with their sprints. */
  removeOf(projectId: string): void;
  reload(): void;
}

/** What an earlier run left in the database is there again. */
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
    removeOf: (projectId) => {
      for (const { id } of boards.all().filter((board) => board.projectId === projectId)) {
        for (const sprint of sprints.all().filter(({ boardId }) => boardId === id)) {
          sprints.remove(sprint.id);
        }
        boards.remove(id);
      }
    },
    reload: () => {
      boards.reload();
      sprints.reload();
    },
  };
}
