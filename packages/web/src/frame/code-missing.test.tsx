import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, configure, render, screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "../app/create-query-client.ts";
import { lazyPart } from "../app/lazy-part.tsx";
import { BrokenPage } from "./broken-page.tsx";
import { isCodeMissing } from "./is-code-missing.ts";

const server = setupServer();

beforeAll(() => {
  configure({ asyncUtilTimeout: 15_000 });
  server.listen({ onUnhandledRequest: "error" });
});
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  vi.restoreAllMocks();
});
afterAll(() => server.close());

const missing = new TypeError("Failed to fetch dynamically imported module: http://kubin.test/assets/list-page-x.js");

/** An app of one page, whose code comes as `fetchPage` says. */
function openPage(fetchPage: () => Promise<() => string>) {
  const root = createRootRoute({ component: lazyPart(fetchPage), errorComponent: BrokenPage });
  const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: ["/"] }) });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

it("says that Kubin was updated, where the server answers but has the code no more", async () => {
  server.use(http.get("*/healthz", () => HttpResponse.text("ok")));
  openPage(() => Promise.reject(missing));
  expect(await screen.findByRole("heading", { name: "Kubin was updated" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Load it again" })).toBeTruthy();
});

it("waits where nothing answers, and shows the page once something does", async () => {
  let away = true;
  server.use(http.get("*/healthz", () => (away ? HttpResponse.error() : HttpResponse.text("ok"))));
  openPage(() => (away ? Promise.reject(missing) : Promise.resolve(() => "the page")));
  expect(await screen.findByRole("heading", { name: "The server does not answer" })).toBeTruthy();
  away = false;
  expect(await screen.findByText("the page")).toBeTruthy();
});

it("takes any other error for what it is", async () => {
  openPage(() =>
    Promise.resolve(() => {
      throw new Error("<b>odd</b>");
    }),
  );
  expect(await screen.findByRole("heading", { name: "This page broke" })).toBeTruthy();
  expect(screen.getByText("<b>odd</b>")).toBeTruthy();
});

it.each([
  ["Failed to fetch dynamically imported module: https://x/y.js", true],
  ["error loading dynamically imported module: https://x/y.js", true],
  ["Importing a module script failed.", true],
  ["Unable to preload CSS for /assets/a.css", true],
  ["x is undefined", false],
])("reads %j in each browser's words", (message, expected) => {
  expect(isCodeMissing(new TypeError(message))).toBe(expected);
});
