import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { failureOf } from "./failure-of.ts";
import { readDocument } from "./read-document.ts";

const url = "http://store.test/bucket/document?signature=s3cr3t";
const network = setupServer();
beforeAll(() => network.listen({ onUnhandledRequest: "error" }));
afterEach(() => network.resetHandlers());
afterAll(() => network.close());

const failure = async () => failureOf(await readDocument(url, new AbortController().signal).catch((error) => error));

it.each([
  ["is away", () => HttpResponse.error(), "The object store at http://store.test does not answer."],
  ["refuses", () => new HttpResponse(null, { status: 503 }), expect.stringContaining("503")],
])("a store that %s is not taken for a server that is away", async (_what, answer, message) => {
  network.use(http.get("http://store.test/bucket/document", answer));
  expect(await failure()).toEqual({ code: "UNAVAILABLE", message, answered: true });
});

it("gives the text", async () => {
  network.use(http.get("http://store.test/bucket/document", () => new HttpResponse("some text")));
  expect(await readDocument(url, new AbortController().signal)).toEqual({ text: "some text", cut: false });
});
