/** What a section is given that is measured at several sizes of a project. */
export interface Sized {
  /** Items of each project. */
  sizes: readonly number[];
  print: (line: string) => void;
}
