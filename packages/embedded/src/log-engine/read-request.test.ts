import { expect, test } from "vitest";
import { readRequest } from "./read-request.ts";

const read = (query: string) => readRequest(new URL(`http://bridge/?${query}`));

test("tells statement, parameters and settings apart", () => {
  const request = read("query_id=q1&query=SELECT+1&param_a=%5B1%5D&max_threads=2&log_comment=it's&database=kubin");
  expect(request).toEqual({
    query: "SELECT 1",
    queryId: "q1",
    database: "kubin",
    params: new Map([["a", "[1]"]]),
    settings: new Map([
      ["max_threads", "'2'"],
      ["log_comment", "'it\\'s'"],
    ]),
    compress: false,
  });
});

test("leaves out what is about the HTTP interface itself", () => {
  const request = read("wait_end_of_query=1&send_progress_in_http_headers=1&enable_http_compression=1");
  expect([request.settings.size, request.compress]).toEqual([0, true]);
});

test.each([
  "a%20b=1",
  "A=1",
  "a-b=1",
  "a%3D1%2Cb=1",
  "=1",
  "param_a%20b=1",
  "database=a%3Bb",
  "session_id=s",
  "role=r",
])("%s is refused", (query) => {
  expect(() => read(query)).toThrow(/DB::Exception/);
});
