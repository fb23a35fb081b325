import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KubectlAction, kubectlCommand } from "./kubectl-command.ts";
import { quoteForShell } from "./quote-for-shell.ts";

const pod = { group: "", plural: "pods", namespace: "shop", name: "web-0" };

/** The words that a real shell makes of a command line, `kubectl` replaced by something harmless. */
function wordsOf(line: string): string[] {
  const script = `kubectl() { for word do printf '%s\\0' "$word"; done; }\n${line}`;
  const output = execFileSync("sh", ["-c", script], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  return output.split("\0").slice(0, -1);
}

const hostile = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(..."'\"`$(){}|&;<>*?~!#\\ \t\n\r-=ab\u0003\u001b\u0004\u0085"),
    minLength: 1,
    maxLength: 30,
  }),
);

describe("kubectlCommand", () => {
  it.each<[KubectlAction, string]>([
    ["shell", "kubectl exec -it --namespace=shop pods/web-0 -- sh"],
    ["edit", "kubectl edit --namespace=shop pods/web-0"],
    ["delete", "kubectl delete --namespace=shop pods/web-0"],
    ["port-forward", "kubectl port-forward --namespace=shop pods/web-0 8080:80"],
  ])("%s reads as one would type it", (action, line) => {
    expect(kubectlCommand({ action, ref: pod })).toBe(line);
  });

  it("names the container, the port, the group, and no namespace where there is none", () => {
    expect(kubectlCommand({ action: "shell", ref: pod, container: "app" })).toContain(" --container=app pods/web-0 ");
    expect(kubectlCommand({ action: "port-forward", ref: pod, port: 5432 })).toMatch(/ pods\/web-0 5432$/);
    const role = { group: "rbac.authorization.k8s.io", plural: "clusterroles", namespace: "", name: "system:node" };
    expect(kubectlCommand({ action: "edit", ref: role })).toBe(
      "kubectl edit clusterroles.rbac.authorization.k8s.io/system:node",
    );
  });

  it.each(["--all", "pods --all", "$(id)", "Pods", ""])("gives no command for the kind %j", (plural) => {
    expect(kubectlCommand({ action: "delete", ref: { ...pod, plural } })).toBeUndefined();
  });

  it.each([
    "it's",
    "$(touch /tmp/pwned)",
    "`id`",
    "a b",
    "a\nb\n",
    "-rf",
    "--all",
    "';id;'",
    '"; id #',
    "\u0003\nid\n",
    "~root",
    "*",
    "!!",
  ])("keeps %j one word that is no option", (name) => {
    const line = kubectlCommand({ action: "delete", ref: { ...pod, namespace: name, name } }) ?? "";
    expect(wordsOf(line)).toEqual(["delete", `--namespace=${name}`, `pods/${name}`]);
  });

  it("keeps any captured texts words of their own in a real shell", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (namespace, name, container) => {
        const line = kubectlCommand({ action: "shell", ref: { ...pod, namespace, name }, container }) ?? "";
        const clean = (text: string) => text.replaceAll("\0", "");
        expect(wordsOf(line)).toEqual([
          "exec",
          "-it",
          `--namespace=${clean(namespace)}`,
          `--container=${clean(container)}`,
          `pods/${clean(name)}`,
          "--",
          "sh",
        ]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("quoteForShell", () => {
  it("holds no character that a terminal takes as a key, but line ends inside of quotes", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(quoteForShell(text)).not.toMatch(/(?!\n)\p{Cc}/u);
      }),
    );
  });

  it("quotes nothing that is plain, and the empty text", () => {
    expect(quoteForShell("shop/web-0.v1:2")).toBe("shop/web-0.v1:2");
    expect(quoteForShell("")).toBe("''");
  });
});
