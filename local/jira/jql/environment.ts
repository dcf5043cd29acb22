import { type Boards } from '../boards';
import { type Catalog } from '../catalog';
import { type Store } from '../store';
import { type Viewer } from '../viewer';
import { type IndexedPath } from './properties';

/** What a query is read against: who asks, when, and what the site has. */
export interface JqlEnvironment {
  catalog: Catalog;
  boards: Boards;
  store: Store;
  viewer: Viewer;
  now: number;
  paths: readonly IndexedPath[];
}
