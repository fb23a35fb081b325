import type { CertificateList, ImageInventory, NodeAllocations, Overview, Snapshot, Timeline } from "@kubin/schema";
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { App } from "../../app/app.tsx";
import { answerTrpc } from "../../fixtures/answer-trpc.ts";
import { completedSnapshot } from "../../fixtures/completed-snapshot.ts";

const evil = '<img src=x onerror="window.hacked=1">';

const snapshot: Snapshot = {
  ...completedSnapshot,
  cluster: { name: "prod-eu-1" },
  kubernetesVersion: "v1.34.4",
  counts: { objects: 10, types: 2, namespaces: 1, events: 5, logStreams: 1, logLines: 9 },
  gaps: 1,
};

const node = (name: string, version: string) => ({
  group: "",
  version: "v1",
  kind: "Node",
  plural: "nodes",
  namespace: "",
  name,
  labels: {},
  health: "ok" as const,
  reason: "",
  cells: ["Ready", version],
});

const overview: Overview = {
  snapshot,
  failing: [
    {
      group: "apps",
      version: "v1",
      kind: "Deployment",
      plural: "deployments",
      namespace: "shop",
      name: "checkout",
      health: "failing",
      reason: `CrashLoopBackOff: app exited 137 ${evil}`,
      createdAt: "2026-11-23T08:44:00.000Z",
      since: "2026-11-23T10:14:00.000Z",
      lastRestartAt: "2026-11-23T10:41:00.000Z",
      moments: [
        { at: "2026-11-23T10:41:00.000Z", what: "restart" },
        { at: "2026-11-23T10:40:00.000Z", what: "warning" },
        { at: "2026-11-23T01:00:00.000Z", what: "warning" },
      ],
      count: 2,
      restarts: 14,
      log: { namespace: "shop", pod: "checkout-1", container: "app", source: "previous" },
    },
  ],
  failingTotal: 1,
  attention: [],
  attentionTotal: 0,
  warnings: [{ reason: "BackOff", kind: "Pod", count: 40, objects: 2, sample: "Back-off", namespaces: ["shop"] }],
  warningsTotal: 1,
  nodes: [node("n1", "v1.34.4"), node("n2", "v1.33.0")],
  nodeColumns: ["Status", "Version"],
  coverage: [{ kind: "forbidden", what: "secrets", namespace: "data", detail: "Listing was refused.", count: 1 }],
  coverageTotal: 1,
  duplicatesTotal: 0,
  redactions: [],
  analysis: [],
  analysisTotal: 0,
};

const minute = (at: number) => new Date(Date.parse("2026-11-23T10:34:00.000Z") + at * 60_000).toISOString();
const timeline: Timeline = {
  from: minute(0),
  to: minute(10),
  bucketMs: 60_000,
  buckets: Array.from({ length: 10 }, (_, at) => ({
    at: minute(at),
    normal: at,
    warning: at === 3 ? 4 : 0,
    errors: 7,
  })),
};

const gi = 2 ** 30;
const nodes: NodeAllocations = {
  items: [
    {
      name: "n1",
      health: "ok",
      reason: "",
      allocatable: { cpu: 4, memory: 8 * gi, pods: 110 },
      requests: { cpu: 1, memory: 6 * gi },
      limits: { cpu: 6, memory: 8 * gi },
      usage: { cpu: 0.5, memory: 4 * gi },
      pods: 17,
    },
  ],
  total: 2,
  unassigned: 3,
};
const images: ImageInventory = {
  items: [
    { image: "shop/app:1.0", pods: 2, namespaces: ["shop"] },
    { image: "shop/app:1.1", pods: 1, namespaces: ["shop"] },
    { image: "nginx:latest", pods: 1, namespaces: ["web"] },
  ],
  total: 3,
};
const certificates: CertificateList = {
  items: [
    {
      group: "",
      kind: "ConfigMap",
      plural: "configmaps",
      namespace: "shop",
      name: "ca",
      at: "data",
      subject: `CN=${evil}`,
      notAfter: "2026-11-20T10:44:00.000Z",
      objects: 3,
      others: [{ group: "", kind: "Secret", plural: "secrets", namespace: "data", name: "db-tls", at: "data" }],
    },
  ],
  total: 1,
  expired: 1,
  soon: 0,
};

const all = {
  "metadata.open": snapshot,
  "metadata.kinds": [],
  "metadata.namespaces": [],
  "analytics.overview": overview,
  "analytics.timeline": timeline,
  "analytics.nodes": nodes,
  "analytics.images": images,
  "analytics.certificates": certificates,
};

let answers: Record<string, unknown> = {};
let asked: { path: string; input: unknown }[] = [];

const server = setupServer(
  answerTrpc((path, input) => {
    asked.push({ path, input });
    return answer(answers[path], input);
  }),
);

const away = { code: "UNAVAILABLE", message: "The log engine does not answer." };
const fails = { fails: away };

/** A plain answer, a failure, or what a function makes of the question. */
function answer(given: unknown, input: unknown): object {
  if (given === fails) {
    return { error: { code: -32_000, message: away.message, data: { code: away.code, httpStatus: 503, kubin: away } } };
  }
  return { result: { data: (typeof given === "function" ? given(input) : given) ?? null } };
}

beforeAll(() => {
  // The first page of a run is loaded and compiled while its test waits.
  configure({ asyncUtilTimeout: 15_000 });
  server.listen({ onUnhandledRequest: "error" });
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});
afterAll(() => server.close());

function open(path: string, given: Record<string, unknown> = {}) {
  answers = { ...all, ...given };
  asked = [];
  window.history.replaceState(null, "", path);
  window.scrollTo = vi.fn();
  return render(<App nonce="n" />);
}

it("says what fails, since when, how often and when last, and leads to the logs of the run before", async () => {
  const { container } = open("/s/t");
  const failing = within(await screen.findByRole("region", { name: "Failing" }));
  expect(failing.getByText(/CrashLoopBackOff: app exited 137 <img src=x/)).toBeTruthy();
  expect(failing.getByText("Deployment, 2 pods")).toBeTruthy();
  expect(failing.getByText("for 30m")).toBeTruthy();
  expect(failing.getByText(/14 restarts/).textContent).toBe("14 restarts, last 3m before capture");
  const logs = failing.getByRole("link", { name: "Logs of checkout, the run before" });
  expect(new URL(logs.getAttribute("href") ?? "", "http://x").searchParams.get("log")).toBe(
    "apps/deployments/shop/checkout",
  );
  expect(logs.getAttribute("href")).toContain("logp=1");
  // One way to the object, whose page begins with the answer.
  expect(failing.getAllByRole("link").map((link) => link.textContent)).toEqual(["shop/checkout", "logs"]);
  // What was before the axis begins is not drawn, and not counted.
  expect(await failing.findByRole("img", { name: /^1 restart, 1 warning between/ })).toBeTruthy();
  expect(container.querySelector("img")).toBeNull();
});

it("filters the warnings by a range chosen on the time axis, by keyboard too, and leads on with it", async () => {
  const event = {
    namespace: "shop",
    name: "e1",
    type: "Warning",
    reason: "Unhealthy",
    message: "Readiness probe failed",
    count: 3,
    lastAt: minute(2),
    source: "kubelet",
    about: { group: "", kind: "Pod", namespace: "shop", name: "web-0" },
  };
  open("/s/t", { "metadata.events": { items: [event, { ...event, name: "e2" }], total: 2 } });
  const axis = await screen.findByRole("slider");
  axis.focus();
  fireEvent.keyDown(axis, { key: "ArrowRight" });
  fireEvent.keyDown(axis, { key: "ArrowRight", shiftKey: true });
  expect(await screen.findByRole("link", { name: "Unhealthy" })).toBeTruthy();
  expect(screen.queryByRole("link", { name: "BackOff" })).toBeNull();
  expect(screen.getByText("6×")).toBeTruthy();
  const range = { from: minute(1), to: minute(3) };
  expect(asked.find(({ path }) => path === "metadata.events")?.input).toMatchObject({ type: "Warning", ...range });
  const logs = screen.getByRole("link", { name: "its log errors" }).getAttribute("href") ?? "";
  expect(new URL(logs, "http://x").searchParams.get("q")).toBe(`level:>=error after:${range.from} before:${range.to}`);
  fireEvent.keyDown(axis, { key: "Escape" });
  expect(await screen.findByRole("link", { name: "BackOff" })).toBeTruthy();
  await waitFor(() => expect(window.location.search).toBe(""));
});

it("begins with what the person who captured said, as text", async () => {
  const remark = { note: `checkout answers 502\n${evil}`, labels: { ticket: "OPS-123" } };
  const { container } = open("/s/t", { "analytics.overview": { ...overview, remark } });
  const said = within(await screen.findByRole("region", { name: "Said by who captured it" }));
  expect(said.getByText(/^checkout answers 502\s<img/)).toBeTruthy();
  expect(said.getByRole("listitem").textContent).toBe("ticket=OPS-123");
  expect(container.querySelector("img")).toBeNull();
});

it("leaves room for the rest where much fails, and shows all on demand", async () => {
  const [first] = overview.failing;
  const failing = Array.from({ length: 25 }, (_, at) => ({ ...first, name: `job-${at}` }));
  open("/s/t", { "analytics.overview": { ...overview, failing, failingTotal: 25 } });
  const panel = within(await screen.findByRole("region", { name: "Failing" }));
  expect(panel.getAllByRole("listitem")).toHaveLength(10);
  fireEvent.click(panel.getByRole("button", { name: "Show all 25" }));
  expect(panel.getAllByRole("listitem")).toHaveLength(25);
});

it("shows what is in trouble in the chosen namespaces, and asks for their warnings alone", async () => {
  open("/s/t?ns=data", { "metadata.events": { items: [], total: 0 } });
  expect(await screen.findByText("No object of the chosen namespaces says that it fails.")).toBeTruthy();
  expect(await screen.findByText("No warning events in what is chosen.")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "shop/checkout" })).toBeNull();
  const inputs = asked.filter(({ path }) => /events|timeline/.test(path)).map(({ input }) => input);
  expect(inputs.length).toBeGreaterThan(1);
  for (const input of inputs) expect(input).toMatchObject({ namespaces: ["data"] });
});

it("tells how full nodes are in words, and points at kubelets that differ", async () => {
  open("/s/t");
  const bars = await screen.findByRole("img", {
    name: /^requests 1000m of 4 \(25 %\), limits 6 of 4 \(150 %\), usage 500m/,
  });
  expect(bars).toBeTruthy();
  expect(screen.getByText(/3 pods are on no node/)).toBeTruthy();
  expect(screen.getByText("2 versions beside each other")).toBeTruthy();
  expect(await screen.findByText("3, 1 in more than one version")).toBeTruthy();
  const ending = within(await screen.findByRole("region", { name: "Certificates that end" }));
  expect(ending.getByText("Expired 3 days ago")).toBeTruthy();
});

it("stays useful where the server does not answer everything", async () => {
  const parts = ["timeline", "nodes", "images", "certificates"].map((name) => [`analytics.${name}`, fails]);
  open("/s/t", Object.fromEntries(parts));
  expect(await screen.findByRole("link", { name: "shop/checkout" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "n1" })).toBeTruthy();
  expect((await screen.findByRole("alert")).textContent).toContain("did not answer");
});

it("lists images with what their tags do not tell", async () => {
  open("/s/t/images");
  const rows = await screen.findAllByRole("row");
  expect(rows).toHaveLength(4);
  expect(rows[3]?.textContent).toContain("latest: what runs is not told by the tag");
  fireEvent.click(screen.getByRole("button", { name: "In several versions" }));
  await waitFor(() => expect(screen.getAllByRole("row")).toHaveLength(3));
  expect(window.location.search).toBe("?show=several");
});

it("tells a certificate that ends within the day by its hours", async () => {
  const [first] = certificates.items;
  const soon = { ...first, notAfter: "2026-11-23T15:50:00.000Z" };
  const given = { "analytics.certificates": { items: [soon], total: 1, expired: 0, soon: 1 } };
  const { unmount } = open("/s/t/certificates", given);
  expect((await screen.findAllByRole("row"))[1]?.textContent).toContain("Ends soon5 hours");
  unmount();
  open("/s/t", given);
  expect(await screen.findByText("Ends in 5 hours")).toBeTruthy();
});

it("lists certificates with the time that was left", async () => {
  const { container } = open("/s/t/certificates");
  const row = (await screen.findAllByRole("row"))[1];
  expect(row?.textContent).toContain("3 days ago");
  expect(row?.textContent).toContain(`CN=${evil}`);
  expect(row?.textContent).toContain("and 2 other objects");
  expect(screen.getByText("data/db-tls")).toBeTruthy();
  expect(screen.getByText("and 1 more, found with a namespace chosen")).toBeTruthy();
  expect(container.querySelector("img")).toBeNull();
});

it("asks for the certificates of the namespaces that are chosen, and finds them by any object that holds them", async () => {
  open("/s/t/certificates?ns=data&q=db-tls");
  expect(await screen.findAllByRole("row")).toHaveLength(2);
  expect(asked.find(({ path }) => path === "analytics.certificates")?.input).toMatchObject({ namespaces: ["data"] });
});

it("says why there is no Helm release: what would tell was not captured", async () => {
  const none = { columns: [], items: [], total: 0 };
  open("/s/t/helm", { "metadata.resources": none });
  expect(await screen.findByRole("heading", { name: "No Helm releases" })).toBeTruthy();
  expect(await screen.findByText(/listing these was refused/)).toBeTruthy();
  expect(screen.getByText("Listing was refused.")).toBeTruthy();
});

it("shows releases by their newest revision, the earlier ones folded", async () => {
  const stored = (version: string, status: string) => ({
    ...node(`sh.helm.release.v1.web.v${version}`, ""),
    kind: "Secret",
    plural: "secrets",
    namespace: "shop",
    labels: { owner: "helm", name: "web", version, status },
    cells: [],
  });
  const items = [stored("1", "superseded"), stored("2", "failed")];
  const resources = ({ filter }: { filter: { plural: string; selector: string } }) =>
    filter.plural === "secrets" && filter.selector === "owner=helm"
      ? { columns: [], items, total: 2 }
      : { columns: [], items: [], total: 0 };
  open("/s/t/helm", { "metadata.resources": resources });
  const row = (await screen.findAllByRole("row"))[1];
  expect(row?.textContent).toContain("failed");
  expect(screen.getByText("1 earlier revision")).toBeTruthy();
});

it("tells what each kind of gap means", async () => {
  open("/s/t/coverage");
  expect(await screen.findByRole("heading", { name: /1 thing was forbidden/ })).toBeTruthy();
  expect(screen.getByText(/Objects of these kinds may exist/)).toBeTruthy();
});

it("lists what the bundle holds twice under a heading of its own, and says that nothing is missing", async () => {
  const copy = {
    kind: "duplicate",
    what: "b/pods.yaml",
    namespace: "shop",
    detail: "The same as a.",
    count: 3,
  } as const;
  const whole = { ...overview, coverage: [copy], coverageTotal: 0, duplicatesTotal: 1 };
  open("/s/t", { "analytics.overview": whole });
  const panel = within(await screen.findByRole("region", { name: "Coverage" }));
  expect(panel.getByText("Nothing that was asked for is known to be missing")).toBeTruthy();
  expect(panel.queryByText(/copies/)).toBeNull();
  fireEvent.click(panel.getByRole("link", { name: "details" }));
  const notGot = within(await screen.findByRole("region", { name: /^Not got/ }));
  expect(notGot.getByText("Nothing that was asked for is known to be missing.")).toBeTruthy();
  const twice = within(screen.getByRole("region", { name: /^Held twice/ }));
  expect(twice.getByRole("heading", { name: /3 copies were taken once only/ })).toBeTruthy();
});

it("groups events by reason, warnings first", async () => {
  const event = (name: string, type: string, reason: string) => ({
    namespace: "shop",
    name,
    type,
    reason,
    message: `${reason} ${evil}`,
    count: 2,
    source: "",
    about: { group: "", kind: "Pod", namespace: "shop", name },
  });
  const items = [event("a", "Normal", "Pulled"), event("b", "Normal", "Pulled"), event("c", "Warning", "BackOff")];
  open("/s/t/events?by=reason", { "metadata.events": { items, total: 3 } });
  const rows = await screen.findAllByRole("row");
  expect(rows.slice(1).map((row) => row.textContent)).toEqual([
    expect.stringContaining("BackOff"),
    expect.stringContaining("Pod, 2 objects"),
  ]);
});

it("says that there are no events and no logs where there are none, and not that they have no time", async () => {
  const counts = { ...snapshot.counts, events: 0, logStreams: 0, logLines: 0 };
  open("/s/t", { "metadata.open": { ...snapshot, counts } });
  expect(await screen.findByText("This capture holds no events and no logs.")).toBeTruthy();
});

it("says of an empty time axis of some namespaces no more than that they are empty", async () => {
  const buckets = timeline.buckets.map(() => ({ normal: 0, warning: 0, errors: 0 }));
  const noEvents = { items: [], total: 0 };
  open("/s/t?ns=data", { "metadata.events": noEvents, "analytics.timeline": { ...timeline, buckets } });
  expect(await screen.findByText("No event and no log line of the chosen namespaces has a time.")).toBeTruthy();
});
