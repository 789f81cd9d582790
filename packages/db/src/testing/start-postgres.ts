// Vitest's global set-up: one PostgreSQL per test run. Its address reaches the tests by
// `inject("postgresUrl")`.
import type { TestProject } from "vitest/node";
import { startPostgresServer } from "./start-postgres-server";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgresServer();
  project.provide("postgresUrl", server.url);
  return server.stop;
}
