import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../objects/json.ts";
import { type AccessQuestion, allows } from "./allows.ts";
import { type RbacObjects, whoCan } from "./who-can.ts";

const question = (change: Partial<AccessQuestion> = {}): AccessQuestion => ({
  verb: "get",
  group: "",
  resource: "secrets",
  namespace: "shop",
  ...change,
});

describe("one rule", () => {
  const read = { verbs: ["get", "list"], apiGroups: [""], resources: ["secrets"] };

  const cases: [string, Json, Partial<AccessQuestion>, boolean][] = [
    ["what it names", read, {}, true],
    ["no other verb", read, { verb: "delete" }, false],
    ["no other group", read, { group: "apps" }, false],
    ["no other resource", read, { resource: "pods" }, false],
    ["every verb by a star", { ...read, verbs: ["*"] }, { verb: "escalate" }, true],
    ["every group by a star", { ...read, apiGroups: ["*"] }, { group: "apps" }, true],
    ["every resource and subresource by a star", { ...read, resources: ["*"] }, { resource: "pods/log" }, true],
    ["no subresource by the resource", { ...read, resources: ["pods"] }, { resource: "pods/log" }, false],
    ["no resource by the subresource", { ...read, resources: ["pods/log"] }, { resource: "pods" }, false],
    ["a subresource", { ...read, resources: ["pods/log"] }, { resource: "pods/log" }, true],
    ["a subresource of every resource", { ...read, resources: ["*/scale"] }, { resource: "deployments/scale" }, true],
    ["no other subresource of it", { ...read, resources: ["*/scale"] }, { resource: "deployments/status" }, false],
    ["no star within a resource", { ...read, resources: ["pod*"] }, { resource: "pods" }, false],
    ["nothing of all names by some names", { ...read, resourceNames: ["a"] }, {}, false],
    ["one of the names", { ...read, resourceNames: ["a", "b"] }, { name: "b" }, true],
    ["no other name", { ...read, resourceNames: ["a"] }, { name: "b" }, false],
    ["any name without names", read, { name: "b" }, true],
    ["no star for names", { ...read, resourceNames: ["*"] }, { name: "b" }, false],
    ["nothing where it is empty", {}, {}, false],
    ["nothing where it is malformed", { verbs: "get", apiGroups: 1, resources: null }, {}, false],
    ["a path", { verbs: ["get"], nonResourceURLs: ["/healthz"] }, { resource: "/healthz" }, true],
    ["no path below it", { verbs: ["get"], nonResourceURLs: ["/healthz"] }, { resource: "/healthz/etcd" }, false],
    [
      "paths below it by a star at the end",
      { verbs: ["get"], nonResourceURLs: ["/logs/*"] },
      { resource: "/logs/x" },
      true,
    ],
    ["no path by a star inside", { verbs: ["get"], nonResourceURLs: ["/*/x"] }, { resource: "/logs/x" }, false],
    ["every path by a star", { verbs: ["get"], nonResourceURLs: ["*"] }, { resource: "/metrics" }, true],
    ["no path by resources", { ...read, resources: ["*"] }, { resource: "/metrics" }, false],
  ];
  it.each(cases)("gives %s", (...[, rule, change, expected]) => {
    expect(allows(rule, question(change))).toBe(expected);
  });

  const word = fc.constantFrom("a", "b", "*", "a/x", "*/x", "/a", "/a*", "");
  const words = fc.array(word, { maxLength: 3 });
  const anyRule = fc.record({
    verbs: words,
    apiGroups: words,
    resources: words,
    resourceNames: words,
    nonResourceURLs: words,
  });
  const anyQuestion = fc.record({
    verb: fc.constantFrom("a", "b"),
    group: fc.constantFrom("", "a", "b"),
    resource: fc.constantFrom("a", "a/x", "b/x", "/a", "/ab"),
    namespace: fc.constant("shop"),
    name: fc.constantFrom(undefined, "a", "b"),
  });

  it("gives no less when a list of it grows, and names only narrow it", () => {
    fc.assert(
      fc.property(anyRule, anyQuestion, word, (rule, asked, more) => {
        const grown = {
          ...rule,
          verbs: [...rule.verbs, more],
          apiGroups: [...rule.apiGroups, more],
          resources: [...rule.resources, more],
          nonResourceURLs: [...rule.nonResourceURLs, more],
        };
        if (allows(rule, asked)) {
          expect(allows(grown, asked)).toBe(true);
          expect(allows({ ...rule, resourceNames: [] }, asked)).toBe(true);
        }
        if (rule.resourceNames.length === 0 && !asked.resource.startsWith("/"))
          expect(allows(rule, { ...asked, name: "a" })).toBe(allows(rule, { ...asked, name: undefined }));
      }),
    );
  });
});

describe("roles and bindings", () => {
  const rules = [{ verbs: ["get"], apiGroups: [""], resources: ["secrets"] }];
  /** `Kind namespace/name`, with these fields. */
  const object = (named: string, more: Json): Json => {
    const [kind, namespace, name] = named.split(/[ /]/);
    return { kind, metadata: { name, ...(namespace && { namespace }) }, ...more };
  };
  const to = (kind: string, name: string) => ({ roleRef: { apiGroup: "rbac.authorization.k8s.io", kind, name } });
  const user = (name: string) => ({ kind: "User", name });
  const none: RbacObjects = { roles: [], clusterRoles: [], roleBindings: [], clusterRoleBindings: [] };
  const names = (rbac: Partial<RbacObjects>, change: Partial<AccessQuestion> = {}) =>
    whoCan({ ...none, ...rbac }, question(change)).map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`);

  const reader = object("ClusterRole /reader", { rules });
  const everywhere = object("ClusterRoleBinding /all", {
    ...to("ClusterRole", "reader"),
    subjects: [user("root")],
  });
  const inShop = object("RoleBinding shop/some", { ...to("ClusterRole", "reader"), subjects: [user("ann")] });
  const inBank = object("RoleBinding bank/some", { ...to("ClusterRole", "reader"), subjects: [user("bob")] });

  it("a cluster role counts everywhere or in a namespace, as it is bound", () => {
    const rbac = { clusterRoles: [reader], clusterRoleBindings: [everywhere], roleBindings: [inShop, inBank] };
    expect(names(rbac)).toEqual(["User /ann", "User /root"]);
    expect(names(rbac, { namespace: "" })).toEqual(["User /root"]);
    expect(names(rbac, { verb: "delete" })).toEqual([]);
  });

  it("a role counts in its own namespace, also where others have its name", () => {
    const role = object("Role shop/own", { rules });
    const other = object("Role bank/own", { rules: [] });
    const bound = (namespace: string, name: string) =>
      object(`RoleBinding ${namespace}/own`, { ...to("Role", "own"), subjects: [user(name)] });
    const rbac = { roles: [role, other], roleBindings: [bound("shop", "ann"), bound("bank", "bob")] };
    expect(names(rbac)).toEqual(["User /ann"]);
    expect(names(rbac, { namespace: "bank" })).toEqual([]);
    const wide = object("ClusterRoleBinding /x", { ...to("Role", "own"), subjects: [user("eve")] });
    expect(names({ roles: [role], clusterRoleBindings: [wide] })).toEqual([]);
  });

  it("a path is given by cluster role bindings alone", () => {
    const paths = object("ClusterRole /reader", { rules: [{ verbs: ["get"], nonResourceURLs: ["/metrics"] }] });
    const rbac = { clusterRoles: [paths], clusterRoleBindings: [everywhere], roleBindings: [inShop] };
    expect(names(rbac, { resource: "/metrics" })).toEqual(["User /root"]);
  });

  it("a service account without a namespace is of the binding's, and nobody in a cluster role binding", () => {
    const subjects = [
      { kind: "ServiceAccount", name: "app" },
      { kind: "ServiceAccount", name: "app", namespace: "bank" },
      { kind: "Group", name: "system:masters" },
      { kind: "Robot", name: "x" },
      { kind: "User" },
    ];
    const local = object("RoleBinding shop/b", { ...to("ClusterRole", "reader"), subjects });
    const wide = object("ClusterRoleBinding /b", { ...to("ClusterRole", "reader"), subjects });
    const wholly = ["Group /system:masters", "ServiceAccount bank/app"];
    expect(names({ clusterRoles: [reader], roleBindings: [local] })).toEqual([...wholly, "ServiceAccount shop/app"]);
    expect(names({ clusterRoles: [reader], clusterRoleBindings: [wide] })).toEqual(wholly);
  });

  it("tells each way once, with binding and role", () => {
    const twice = object("RoleBinding shop/some", {
      ...to("ClusterRole", "reader"),
      subjects: [user("ann"), user("ann")],
    });
    const wide = object("ClusterRoleBinding /all", { ...to("ClusterRole", "reader"), subjects: [user("ann")] });
    const rbac = { ...none, clusterRoles: [reader], clusterRoleBindings: [wide], roleBindings: [twice] };
    const group = "rbac.authorization.k8s.io";
    const role = { group, kind: "ClusterRole", plural: "clusterroles", namespace: "", name: "reader" };
    expect(whoCan(rbac, question())).toEqual([
      {
        kind: "User",
        namespace: "",
        name: "ann",
        via: [
          {
            role,
            binding: { group, kind: "ClusterRoleBinding", plural: "clusterrolebindings", namespace: "", name: "all" },
          },
          { role, binding: { group, kind: "RoleBinding", plural: "rolebindings", namespace: "shop", name: "some" } },
        ],
      },
    ]);
  });

  it("never throws, whatever the objects are", () => {
    const lists = fc.array(
      fc.dictionary(fc.constantFrom("kind", "metadata", "rules", "subjects", "roleRef"), fc.jsonValue()),
    );
    const anyRbac = fc.record({ roles: lists, clusterRoles: lists, roleBindings: lists, clusterRoleBindings: lists });
    fc.assert(fc.property(anyRbac, (rbac) => Array.isArray(whoCan(rbac as RbacObjects, question()))));
  });
});
