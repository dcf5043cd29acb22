// jsdom has no fetch; the bridge needs its classes to pack a call and unpack the answer.

class PlainRequest {
  readonly method: string;
  readonly headers: Headers;
  private readonly body: string;

  constructor(_url: string, init: { method?: string; headers?: HeadersInit; body?: string } = {}) {
    this.method = init.method ?? 'GET';
    this.headers = new Headers(init.headers);
    this.body = init.body ?? '';
  }

  async text(): Promise<string> {
    return this.body;
  }
}

class PlainHeaders {
  private readonly values: Map<string, string>;

  constructor(init: Record<string, string> | Iterable<[string, string]> = {}) {
    const entries = Symbol.iterator in init ? [...init] : Object.entries(init);
    this.values = new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
  }

  has = (name: string): boolean => this.values.has(name.toLowerCase());
  get = (name: string): string | null => this.values.get(name.toLowerCase()) ?? null;
  set = (name: string, value: string): void => void this.values.set(name.toLowerCase(), value);
  entries = () => this.values.entries();
}

class PlainResponse {
  readonly status: number;
  readonly headers: PlainHeaders;

  constructor(
    private readonly body: string | null,
    init: { status: number; headers: Record<string, string> },
  ) {
    this.status = init.status;
    this.headers = new PlainHeaders(init.headers);
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  async json(): Promise<unknown> {
    return JSON.parse(this.body ?? '');
  }
}

/** Puts the classes where a browser has them. */
export function installFetchClasses(): void {
  Object.assign(globalThis, {
    Headers: PlainHeaders,
    Request: PlainRequest,
    Response: PlainResponse,
  });
}
