import { act, cleanup, render, screen } from "@testing-library/react";
import { Component, type ReactNode, Suspense } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { markFailedStyles } from "./failed-styles.ts";
import { lazyPart } from "./lazy-part.tsx";

class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    return this.state.failed ? "broken" : this.props.children;
  }
}

function Hello({ name }: { name: string }) {
  return <p>hello {name}</p>;
}

const around = (child: ReactNode) => (
  <Boundary>
    <Suspense fallback="waiting">{child}</Suspense>
  </Boundary>
);

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("is shown without waiting once it was fetched before", async () => {
  const fetchPart = vi.fn(async () => Hello);
  const Part = lazyPart<{ name: string }>(fetchPart);
  await Part.preload();
  render(around(<Part name="you" />));
  expect(screen.getByText("hello you")).toBeTruthy();
  await Part.preload();
  expect(fetchPart).toHaveBeenCalledOnce();
});

it("fails for who waits, and is fetched anew for who comes later", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  let online = false;
  const fetchPart = vi.fn(async () => {
    if (!online) throw new TypeError("Failed to fetch dynamically imported module: /assets/x.js");
    return Hello;
  });
  const Part = lazyPart<{ name: string }>(fetchPart);
  await act(async () => {
    render(around(<Part name="you" />));
  });
  expect(await screen.findByText("broken")).toBeTruthy();
  expect(fetchPart).toHaveBeenCalledOnce();
  cleanup();
  online = true;
  vi.setSystemTime(Date.now() + 5_000);
  await act(async () => {
    render(around(<Part name="again" />));
  });
  expect(await screen.findByText("hello again")).toBeTruthy();
  expect(fetchPart).toHaveBeenCalledTimes(2);
});

it("is fetched anew by preloading it, right after it failed", async () => {
  const fetchPart = vi
    .fn<() => Promise<typeof Hello>>()
    .mockRejectedValueOnce(new Error("away"))
    .mockResolvedValue(Hello);
  const Part = lazyPart<{ name: string }>(fetchPart);
  await expect(Part.preload()).rejects.toThrow("away");
  await Part.preload();
  render(around(<Part name="you" />));
  expect(screen.getByText("hello you")).toBeTruthy();
});

/** Whether this browser gets the stylesheets that it asks for. */
function reachStyles(reached: boolean) {
  Reflect.set(Reflect.get(window, "happyDOM").settings, "handleDisabledFileLoadingAsSuccess", reached);
}

it("comes with the styles that could not be fetched before, and not without them", async () => {
  markFailedStyles();
  reachStyles(false);
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: "/assets/part.css" });
  document.head.append(link);
  const inDocument = () => [...document.head.querySelectorAll('link[href="/assets/part.css"]')];
  const fetchPart = vi.fn(async () => Hello);
  const Part = lazyPart<{ name: string }>(fetchPart);
  await expect(Part.preload()).rejects.toThrow("Unable to preload CSS");
  expect(fetchPart).not.toHaveBeenCalled();
  reachStyles(true);
  await Part.preload();
  expect(fetchPart).toHaveBeenCalledOnce();
  expect(inDocument().map((one) => one.hasAttribute("data-fetch"))).toEqual([false]);
  expect(inDocument()).not.toContain(link);
  reachStyles(false);
});
