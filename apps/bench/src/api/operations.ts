// What is measured, and what a server has to bring along to be measured: its process, and for each
// operation the next request with the test that its answer must pass.
export const operationNames = [
  "list",
  "filtered list",
  "deep page",
  "search",
  "one lead",
  "create",
  "change status",
  "counts",
] as const;
export type OperationName = (typeof operationNames)[number];

export interface PreparedRequest {
  /** The whole HTTP request. */
  bytes: Buffer;
  /** Throws when the body is not the right answer. */
  check(body: unknown): void;
}

/** The next request of a connection; called when the one before was answered. */
export type Operation = (connection: number) => PreparedRequest;

export interface Target {
  name: string;
  port: number;
  pid: number;
  operations: Readonly<Record<OperationName, Operation>>;
  /** The rows that this server shows for a reading operation, for comparing servers with each other. */
  listIds(name: "list" | "filtered list" | "deep page"): Promise<number[]>;
  searchIds(term: string): Promise<number[]>;
  stop(): Promise<void>;
}
