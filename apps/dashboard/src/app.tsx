// Everything that all screens stand in: looks, data, addresses, messages.
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { StrictMode } from "react";
import { styleNonce } from "./lib/nonce";
import { createQueryClient } from "./lib/query-client";
import { theme, themeVariables } from "./lib/theme";
import { createClient, TRPCProvider } from "./lib/trpc";
import { router } from "./router";

const client = createClient();
// The desk looks at this one record: null puts the sign-in in its place, whatever was open.
const queryClient: QueryClient = createQueryClient({
  onSignedOut: () => queryClient.setQueryData(trpc.people.me.queryKey(), null),
  onSecondFactorNeeded: () => void queryClient.invalidateQueries(trpc.people.me.queryFilter()),
});
const trpc = createTRPCOptionsProxy({ client, queryClient });

export function App() {
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={themeVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => styleNonce}
      >
        <QueryClientProvider client={queryClient}>
          <TRPCProvider trpcClient={client} queryClient={queryClient}>
            <RouterProvider router={router} />
          </TRPCProvider>
        </QueryClientProvider>
        <Notifications position="top-center" limit={3} />
      </MantineProvider>
    </StrictMode>
  );
}
