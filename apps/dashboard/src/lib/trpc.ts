// The typed line to the server. Inputs travel in the body, also for reading: what somebody searches for
// must not stand in a URL or an access log.
import type { AppRouter } from "@studydesk/api/app-router";
import { unattendedHeader } from "@studydesk/domain/people/session-life";
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
} from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { watchAttendance } from "./attendance";

export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

const url = "/api/trpc";

export function createClient(): TRPCClient<AppRouter> {
  const isAttended = watchAttendance(window);
  const headers = () => (isAttended() ? {} : { [unattendedHeader]: "1" });
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({ url }),
        false: httpBatchLink({ url, headers, methodOverride: "POST", maxItems: 20 }),
      }),
    ],
  });
}
