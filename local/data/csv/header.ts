// Which column holds what, by the names that Jira's export gives them in English and German, with
// those of earlier versions and of Data Center. Names in German are unverified.
import type { Separator } from './records';

const NAMES = {
  key: ['issue key', 'work item key', 'key', 'vorgangsschlüssel', 'schlüssel'],
  id: ['issue id', 'work item id', 'vorgangs-id', 'id'],
  type: ['issue type', 'work type', 'work item type', 'type', 'vorgangstyp', 'typ'],
  status: ['status'],
  category: ['status category', 'statuskategorie'],
  categoryChanged: ['status category changed', 'statuskategorie geändert'],
  summary: ['summary', 'zusammenfassung'],
  description: ['description', 'beschreibung'],
  projectKey: ['project key', 'projektschlüssel'],
  projectName: ['project name', 'project', 'projektname', 'projekt'],
  priority: ['priority', 'priorität'],
  resolution: ['resolution', 'lösung'],
  assignee: ['assignee', 'bearbeiter', 'zugewiesene person'],
  assigneeId: ['assignee id', 'bearbeiter-id'],
  reporter: ['reporter', 'autor'],
  reporterId: ['reporter id', 'autor-id'],
  created: ['created', 'erstellt'],
  updated: ['updated', 'aktualisiert'],
  resolved: ['resolved', 'resolution date', 'erledigt'],
  due: ['due date', 'due', 'fälligkeitsdatum', 'fällig'],
  labels: ['labels', 'label', 'stichwörter'],
  components: ['components', 'component/s', 'component', 'komponenten', 'komponente(n)'],
  fixVersions: ['fix versions', 'fix version/s', 'fix version', 'lösungsversionen'],
  sprint: ['sprint', 'sprints'],
  parent: ['parent key', 'parent', 'parent id', 'parent link', 'übergeordnet'],
  epicLink: ['epic link', 'epic-verknüpfung'],
  epicName: ['epic name', 'epic-name'],
  points: ['story points', 'story point estimate', 'story-points'],
  comment: ['comment', 'comments', 'kommentar'],
} as const;

export type Role = keyof typeof NAMES;

const ROLE_OF = new Map<string, Role>(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.map((name): [string, Role] => [name, role as Role]),
  ),
);

const CUSTOM = /^(?:custom field|benutzerdefiniertes feld) \((.+)\)$/;
const LINK = /^(inward|outward) (?:issue|work item) link \((.+)\)$/i;

export interface LinkColumn {
  index: number;
  direction: 'inward' | 'outward';
  typeName: string;
}

export interface Columns {
  width: number;
  /** Places of the columns that hold it, in their order; several may have one name. */
  places: Readonly<Record<Role, readonly number[]>>;
  links: readonly LinkColumn[];
  /** How many columns are read. */
  used: number;
}

/** Reads the header of a file. */
export function columnsOf(header: readonly string[]): Columns {
  const places = Object.fromEntries(
    Object.keys(NAMES).map((role): [string, number[]] => [role, []]),
  ) as Record<Role, number[]>;
  const links: LinkColumn[] = [];
  header.forEach((title, index) => {
    const name = title.trim().replace(/\s+/g, ' ');
    const lower = name.toLowerCase();
    const role = ROLE_OF.get(CUSTOM.exec(lower)?.[1] ?? lower);
    if (role !== undefined) places[role].push(index);
    const [, direction, typeName] = LINK.exec(name) ?? [];
    if (direction === undefined || typeName === undefined) return;
    links.push({
      index,
      direction: direction.toLowerCase() === 'inward' ? 'inward' : 'outward',
      typeName,
    });
  });
  // A key column says more than an id: "Parent key" comes before "Parent", wherever they stand.
  const order = (index: number) =>
    NAMES.parent.findIndex((name) => name === (header[index] ?? '').trim().toLowerCase());
  places.parent.sort((a, b) => order(a) - order(b));
  const used = Object.values(places).reduce((sum, list) => sum + list.length, links.length);
  return { width: header.length, places, links, used };
}

export const SEPARATORS: Readonly<Record<Separator, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
};
