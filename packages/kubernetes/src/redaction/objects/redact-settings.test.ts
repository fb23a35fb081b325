import { describe, expect, it } from "vitest";
import { redactCommandLine } from "./redact-arguments.ts";
import { redactSettings } from "./redact-settings.ts";
import { nameJudge } from "./secret-name.ts";

const nameSays = nameJudge();
const rules = {
  isConfig: true,
  nameSays,
  mask: (name: string, value: string) => (value === "" || nameSays(name) === "nothing" ? undefined : "#"),
  maskSecretData: () => "#",
};
const redact = (text: string) => redactSettings(text, rules);

describe("settings in a text of lines", () => {
  it("lose their value in each of the ways in which they are written", () => {
    for (const [before, after] of [
      ["password: a b", "password: #"],
      ["  - db-password:   'a''b'", "  - db-password:   '#'"],
      ['"password": "a\\"b",', '"password": "#",'],
      ["export API_KEY=a # b", "export API_KEY=#"],
      ["token = a\r", "token = #\r"],
      ["db.password=a\\\n  b\nnext=1", "db.password=#\n\nnext=1"],
      ["password: |-\n  a\n  b\nnext: 1", "password: |-\n  #\n\nnext: 1"],
      ["passwords:\n- a\n- b\nnext: 1", "passwords:\n- #\n\nnext: 1"],
      ["password:\n  a\nnext: 1", "password:\n  #\nnext: 1"],
      ['token: "a\n  b"\nnext: 1', 'token: "#"\n\nnext: 1'],
      ["- value: x\n- name: DB_PASSWORD\n  value: a", "- value: x\n- name: DB_PASSWORD\n  value: #"],
      ["- --token\n- a\n- b", "- --token\n- #\n- b"],
      ["<apiKey>a</apiKey><x>b</x>", "<apiKey>#</apiKey><x>b</x>"],
      ["kind: Secret\ndata:\n  a: b\n  c: d\nmore:\n  a: b", "kind: Secret\ndata:\n  a: #\n  c: #\nmore:\n  a: b"],
      [
        "x: 1\n---\n- kind: Secret\n  stringData:\n    a: b\n---\ndata:\n  a: b",
        "x: 1\n---\n- kind: Secret\n  stringData:\n    a: #\n---\ndata:\n  a: b",
      ],
    ] as const) {
      expect(redact(before)).toBe(after);
      expect(redact(before).split("\n").length).toBe(before.split("\n").length);
    }
  });

  it("are left alone where the name does not say so", () => {
    const text =
      'name: password\ntokenUrl: a\nsecretName: b\n# password below\nurl: http://x/token\npasswordPolicy:\n  min: 8\nkey: value\n"a": [1]\n';
    expect(redact(text)).toBe(text);
  });
});

describe("a command line", () => {
  it("loses values of options and variables, with the quotes kept", () => {
    for (const [before, after] of [
      ["app --password=a --user b", "app --password=# --user b"],
      ["app --password 'a b' c", "app --password '#' c"],
      ['TOKEN="a b" app; export X=1', 'TOKEN="#" app; export X=1'],
      ["mysql -uroot -pa -h db", "mysql -uroot -p# -h db"],
      ["curl -u u:a http://x", "curl -u # http://x"],
      ["app --token --verbose", "app --token --verbose"],
      ["helm --set a=1,db.password=x", "helm --set a=1,db.password=#"],
      ["nc -p 8080", "nc -p 8080"],
    ] as const)
      expect(redactCommandLine(before, rules)).toBe(after);
  });
});
