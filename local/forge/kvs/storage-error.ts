/** A refusal of Forge storage: HTTP status, code and text as they go to `@forge/kvs`. */
export class StorageError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'StorageError';
  }
}
