import { KubinError } from "@kubin/schema";
import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { createQueryClient } from "../app/create-query-client.ts";
import { useReach } from "./use-reach.ts";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Reach() {
  return <p>{useReach()}</p>;
}

function Asks({ what, answer }: { what: string; answer: () => Promise<string> }) {
  return <p>{useQuery({ queryKey: [what], queryFn: answer }).data}</p>;
}

it("hears of a question that is asked for the first time without disturbing the part that asks it", async () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const fails = () => Promise.reject(new KubinError("UNAVAILABLE", "Away."));
  const page = (more: boolean) => (
    <QueryClientProvider client={client}>
      <Asks what="one" answer={fails} />
      {more && <Asks what="other" answer={() => Promise.resolve("other")} />}
      {reach}
    </QueryClientProvider>
  );
  const client = createQueryClient();
  const reach = <Reach />;
  const { rerender } = render(page(false));
  expect(await screen.findByText("away")).toBeTruthy();
  // The answer to one question comes in the moment in which the other is asked.
  act(() => {
    client.setQueryData(["one"], "one");
    rerender(page(true));
  });
  expect(await screen.findByText("back")).toBeTruthy();
  expect(await screen.findByText("other")).toBeTruthy();
  expect(complaints).not.toHaveBeenCalled();
});
