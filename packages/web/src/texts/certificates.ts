export const certificateTexts = {
  title: "Certificates",
  intro:
    "X.509 certificates found in the captured objects, those that end first at the top. Days as of the capture. Bundles of more than 20 authorities are left out: in those some root is always over.",
  filter: "Subject, object or namespace",
  state: "State",
  expired: "Expired",
  soon: "Ends soon",
  valid: "Valid",
  subject: "Subject",
  object: "Object",
  at: "Where",
  notAfter: "Ends",
  days: "Days left",
  daysAgo: (days: string, count: number) => `${days} ${count === 1 ? "day" : "days"} ago`,
  daysLeft: (days: string, count: number) => `${days} ${count === 1 ? "day" : "days"}`,
  counts: (of: { total: string; expired: string; soon: string }) =>
    `${of.total}, ${of.expired} expired, ${of.soon} within 30 days`,
  shown: (shown: string, all: string) => `${shown} of ${all}`,
  none: "No certificates",
  noneWhy: "No object of this capture holds one that can be read. Those in Secrets are taken out before an upload.",
  noneYet: "No certificates have been found so far.",
  noneMatch: "No certificate matches",
} as const;
