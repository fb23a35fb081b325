import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, useState } from "react";
import { TimeZoneProvider } from "../times/time-zone-provider.tsx";
import { askEarly } from "./ask-early.ts";
import { colorVariables } from "./color-variables.ts";
import { createAppRouter } from "./create-app-router.tsx";
import { createQueryClient } from "./create-query-client.ts";
import { NonceContext } from "./nonce-context.ts";
import { theme } from "./theme.ts";
import { usePrefetch } from "./use-prefetch.ts";

/** The whole app with its providers. */
export function App({ nonce }: { nonce: string }) {
  const [queryClient] = useState(() => {
    const created = createQueryClient();
    // An address that cannot be decoded leads nowhere, and the router says so.
    askEarly(created, window.location.pathname).catch(() => undefined);
    return created;
  });
  const [router] = useState(createAppRouter);
  usePrefetch(router);
  return (
    <StrictMode>
      <NonceContext value={nonce}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={colorVariables}
          defaultColorScheme="auto"
          getStyleNonce={() => nonce}
        >
          <QueryClientProvider client={queryClient}>
            <TimeZoneProvider>
              <RouterProvider router={router} />
            </TimeZoneProvider>
          </QueryClientProvider>
        </MantineProvider>
      </NonceContext>
    </StrictMode>
  );
}
