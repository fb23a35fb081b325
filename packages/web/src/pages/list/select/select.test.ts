import { describe, expect, it } from "vitest";
import { listColumns } from "../columns/list-columns.ts";
import type { KindRow } from "../rows/kind-row.ts";
import { kubectlGet } from "./kubectl-get.ts";
import { toCsv } from "./to-csv.ts";

const row: KindRow = {
  key: "shop/web-0",
  namespace: "shop",
  name: "web-0",
  health: "failing",
  reason: 'exited 137, "OOMKilled"',
  labels: {},
  cells: ["=1+1", 3, "2026-11-23T11:00:00.000Z"],
  text: "",
};
const columns = listColumns({
  columns: [
    { name: "Formula", type: "text", wide: false },
    { name: "Restarts", type: "number", wide: false },
    { name: "Age", type: "age", wide: false },
  ],
  namespaced: true,
  usage: [],
  labels: [],
});

describe("CSV", () => {
  it("has the names of the columns, quotes where needed and ages as times", () => {
    expect(toCsv([row], columns)).toBe(
      "Name,Namespace,Formula,Restarts,Created,Why\r\n" +
        'web-0,shop,\'=1+1,3,2026-11-23T11:00:00.000Z,"exited 137, ""OOMKilled"""\r\n',
    );
  });
});

describe("kubectl get", () => {
  it("names all objects, a line for each namespace", () => {
    const rows = [row, { ...row, name: "web-1" }, { ...row, namespace: "data", name: "db" }];
    expect(kubectlGet({ group: "apps", plural: "deployments" }, rows)).toBe(
      "kubectl get -n shop deployments.apps web-0 web-1\nkubectl get -n data deployments.apps db",
    );
    expect(kubectlGet({ group: "", plural: "nodes" }, [{ ...row, namespace: "", name: "n" }])).toBe(
      "kubectl get nodes n",
    );
  });

  it("keeps hostile names words", () => {
    const line = kubectlGet({ group: "", plural: "pods" }, [
      { ...row, name: "x; rm -rf ~" },
      { ...row, name: "--all" },
    ]);
    expect(line).toBe("kubectl get -n shop -- pods 'x; rm -rf ~' --all");
  });
});
