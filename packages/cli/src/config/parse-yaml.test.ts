import { expect, test } from "vitest";
import { parseYaml } from "./parse-yaml.ts";
import { ProjectConfig } from "./project-config.ts";

const parse = (text: string) => parseYaml({ path: "/p/.kubin.yaml", text, schema: ProjectConfig });

test("an empty file and one with comments alone hold nothing", async () => {
  for (const text of ["", "# nothing yet\n", "redaction: {}\n"])
    expect(await parse(text)).toEqual({ redaction: { rules: [], exceptions: [] } });
});

test("rules and exceptions", async () => {
  const text = `redaction:
  rules:
    - name: ticket
      pattern: TICKET-[0-9]+
  exceptions:
    - {rule: jwt, keys: [publicToken]}
`;
  expect(await parse(text)).toEqual({
    redaction: {
      rules: [{ name: "ticket", pattern: "TICKET-[0-9]+" }],
      exceptions: [{ rule: "jwt", keys: ["publicToken"] }],
    },
  });
});

test.each([
  ["redaction: [\n", /^\/p\/\.kubin\.yaml:\d+ is no YAML/],
  [
    "redaction:\n  rules:\n    - name: a\n      pattern: x\n    - name: Not Good\n      pattern: y\n",
    /\.kubin\.yaml:5 redaction\.rules\.1\.name: expected a-z/,
  ],
  ["# first\nredaction:\n  ruels: []\n", /\.kubin\.yaml:3 redaction\.ruels: /],
  ["redaction:\n  rules:\n    - name: lonely\n", /\.kubin\.yaml:3 redaction\.rules\.0: expected pattern or keys/],
  ["server: x\n", /\.kubin\.yaml:1 server: /],
  ["- a\n- b\n", /\.kubin\.yaml:1 /],
  ["a: &x 1\nb: *x\n", /is no YAML that can be read/],
  ["a: 1\n---\nb: 2\n", /several YAML documents/],
])("what is wrong is told with its line: %j", async (text, words) => {
  await expect(parse(text)).rejects.toMatchObject({ code: "BAD_INPUT", message: expect.stringMatching(words) });
});
