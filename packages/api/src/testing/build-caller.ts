// Calls procedures as a person would, through everything but HTTP; a bug fails the test at once.
import type { Viewer } from "@studydesk/domain/people/viewer";
import { appRouter } from "../app-router";
import type { Deps } from "../deps";
import { createCallerFactory } from "../trpc";

const createCaller = createCallerFactory(appRouter);

export function buildCaller(
  deps: Deps,
  viewer: Viewer | undefined,
  options: { network?: string | undefined; signal?: AbortSignal } = {},
) {
  const { network = "203.0.113.0/24", signal } = options;
  return createCaller(
    {
      deps,
      viewer,
      requestId: "test",
      network,
      reportFault: (error) => {
        throw error;
      },
    },
    signal ? { signal } : {},
  );
}
