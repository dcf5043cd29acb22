// jsdom has no fetch classes; requestJira builds a Request and a Response around each bridge call.

class FakeHeaders {
  readonly #values = new Map<string, string>();
  constructor(init: Record<string, string> | FakeHeaders = {}) {
    const entries = init instanceof FakeHeaders ? [...init.entries()] : Object.entries(init);
    for (const [name, value] of entries) this.set(name, value);
  }
  get = (name: string): string | null => this.#values.get(name.toLowerCase()) ?? null;
  has = (name: string): boolean => this.#values.has(name.toLowerCase());
  set = (name: string, value: string): void => void this.#values.set(name.toLowerCase(), value);
  entries = () => this.#values.entries();
}

interface Init {
  method?: string;
  body?: string | null;
  headers?: Record<string, string>;
  status?: number;
}

class FakeRequest {
  readonly method: string;
  readonly headers: FakeHeaders;
  readonly #body: string;
  constructor(_url: string, { method = 'GET', body, headers }: Init = {}) {
    this.method = method;
    this.#body = body ?? '';
    this.headers = new FakeHeaders(headers);
  }
  text = async (): Promise<string> => this.#body;
}

class FakeResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: FakeHeaders;
  readonly #body: string;
  constructor(body: string | null, { status = 200, headers }: Init = {}) {
    this.status = status;
    this.ok = status >= 200 && status < 300;
    this.headers = new FakeHeaders(headers);
    this.#body = body ?? '';
  }
  json = async (): Promise<unknown> => JSON.parse(this.#body);
}

/** Puts the classes where the bridge looks for them. */
export const installFetch = (): void =>
  void Object.assign(globalThis, {
    Headers: FakeHeaders,
    Request: FakeRequest,
    Response: FakeResponse,
  });
