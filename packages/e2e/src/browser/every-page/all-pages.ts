import type { Page } from "playwright-core";

/** One page or state of the web app over the must-gather sample. */
export interface AppPage {
  name: string;
  /** Below the link. */
  path: string;
  /** A text that is there once the page is. */
  shows: RegExp;
  /** The server has no such thing; the browser itself complains of an answer that says so. */
  refused?: boolean;
  /** What is opened on it before it is looked at. */
  prepare?: (page: Page) => Promise<void>;
}

const pod = "openshift-cluster-csi-drivers/aws-ebs-csi-driver-controller-65665f9cf6-h7hrt";
const deployment = "openshift-cluster-csi-drivers/aws-ebs-csi-driver-controller";
const open = `open=core/pods/${pod}`;

export const allPages: readonly AppPage[] = [
  { name: "overview", path: "", shows: /Not failing, but look at it/ },
  { name: "overview beside the drawer", path: `?${open}`, shows: /csi-attacher/ },
  {
    name: "overview of one namespace",
    path: "?ns=openshift-monitoring",
    shows: /Not failing, but look at it|Nothing fails/,
  },
  { name: "pods", path: "/r/core/pods", shows: /aws-ebs-csi-driver-controller/ },
  { name: "pods filtered", path: "/r/core/pods?q=csi", shows: /aws-ebs-csi-driver-controller/ },
  { name: "pods, nothing matches", path: "/r/core/pods?q=nosuchthing", shows: /No Pods match|Nothing/ },
  { name: "pods of two namespaces", path: "/r/core/pods?ns=openshift-etcd,openshift-dns", shows: /etcd-ip-10-0/ },
  { name: "nodes", path: "/r/core/nodes", shows: /ip-10-0-187-218/ },
  { name: "cluster operators", path: "/r/config.openshift.io/clusteroperators", shows: /authentication/ },
  { name: "pod in the drawer", path: `/r/core/pods?${open}`, shows: /csi-attacher/ },
  { name: "pod in the drawer, YAML", path: `/r/core/pods?${open}&tab=yaml`, shows: /apiVersion/ },
  { name: "pod", path: `/r/core/pods/${pod}`, shows: /csi-attacher/ },
  { name: "pod, describe", path: `/r/core/pods/${pod}?tab=describe`, shows: /Service Account/ },
  { name: "pod, YAML", path: `/r/core/pods/${pod}?tab=yaml`, shows: /apiVersion/ },
  { name: "pod, events", path: `/r/core/pods/${pod}?tab=events`, shows: /FailedMount|Scheduled|Pulled/ },
  { name: "pod, related", path: `/r/core/pods/${pod}?tab=related`, shows: /ReplicaSet/ },
  { name: "pod, logs", path: `/r/core/pods/${pod}?tab=logs`, shows: /csi-attacher/ },
  { name: "deployment", path: `/r/apps/deployments/${deployment}`, shows: /65665f9cf6/ },
  { name: "service", path: "/r/core/services/openshift-dns/dns-default", shows: /dns-default/ },
  { name: "node", path: "/r/core/nodes/_/ip-10-0-187-218.ec2.internal", shows: /Pods on it|Pods/ },
  { name: "config map", path: "/r/core/configmaps/openshift-dns/dns-default", shows: /Corefile/ },
  {
    name: "cluster role",
    path: "/r/rbac.authorization.k8s.io/clusterroles/_/cluster-admin",
    shows: /cluster-admin/,
    refused: true,
  },
  {
    name: "object that is not",
    path: "/r/core/pods/nowhere/nobody",
    shows: /not captured|No such|nobody/,
    refused: true,
  },
  { name: "events", path: "/events", shows: /FailedScheduling|Pulled|Created/ },
  { name: "logs", path: "/logs", shows: /csi-attacher|All logs/ },
  { name: "search", path: "/logs?q=refused", shows: /lines in/ },
  {
    name: "search, a line open",
    path: "/logs?q=refused&cols=status&facets=logger",
    shows: /lines in/,
    prepare: async (page) => {
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      await page.getByRole("region", { name: /^Details of line/ }).waitFor();
    },
  },
  {
    name: "search, completion",
    path: "/logs?q=refused",
    shows: /lines in/,
    prepare: async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type(" level:");
      await page.getByRole("option").first().waitFor();
    },
  },
  { name: "search, all lines", path: "/logs?show=lines&order=oldest", shows: /lines in/ },
  { name: "search, wrong query", path: "/logs?q=level%3A%3E%3Eerror", shows: /level/ },
  { name: "log", path: `/logs/${pod}/csi-attacher/previous?line=900`, shows: /940 lines/ },
  { name: "logs drawer", path: `/r/core/pods?log=core/pods/${pod}`, shows: /csi-attacher/ },
  { name: "logs drawer of a workload", path: `/events?log=apps/deployments/${deployment}`, shows: /csi-attacher/ },
  { name: "object and logs beside a list", path: `/r/core/pods?${open}&log=core/pods/${pod}`, shows: /csi-attacher/ },
  { name: "documents", path: "/documents", shows: /event-filter\.html/ },
  { name: "coverage", path: "/coverage", shows: /Taken out/ },
  { name: "images", path: "/images", shows: /quay\.io/ },
  { name: "certificates", path: "/certificates", shows: /Certificates/ },
  { name: "certificates beside the drawer", path: `/certificates?${open}`, shows: /csi-attacher/ },
  { name: "helm", path: "/helm", shows: /Helm/ },
  { name: "who can, not asked", path: "/who-can", shows: /[Ww]ho can/ },
  { name: "who can", path: "/who-can?verb=get&resource=secrets", shows: /cluster-admin|[Ww]ho can/ },
  {
    name: "palette",
    path: "",
    shows: /Not failing, but look at it/,
    prepare: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox").fill("csi");
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "keyboard help",
    path: "/events",
    shows: /FailedScheduling|Pulled|Created/,
    prepare: async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "a row chosen",
    path: "/r/core/pods",
    shows: /aws-ebs-csi-driver-controller/,
    prepare: async (page) => {
      await page.keyboard.press("j");
      await page.keyboard.press("Space");
      await page.getByText("1 selected").waitFor();
    },
  },
  {
    name: "a document",
    path: "/documents",
    shows: /event-filter\.html/,
    prepare: async (page) => {
      await page
        .getByRole("link", { name: /^(?!Download).*timestamp$/ })
        .first()
        .click();
      await page.getByRole("textbox", { name: /timestamp/ }).waitFor();
    },
  },
  { name: "no such page", path: "/nowhere", shows: /No such page/ },
];

/** Opens it and waits until it is there and asks for nothing more. */
export async function openAppPage(page: Page, link: string, { path, shows, prepare }: AppPage): Promise<void> {
  await page.goto(link + path);
  await page.getByText(shows).first().waitFor({ state: "attached" });
  await prepare?.(page);
  await page.waitForLoadState("networkidle");
}
