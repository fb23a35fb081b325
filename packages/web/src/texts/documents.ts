export const documentTexts = {
  title: "Documents",
  intro:
    "Files that the bundle carries beside objects and logs, and the parts as stored. They are only offered for download: HTML or images of a stranger are not shown here.",
  documents: "Documents of the bundle",
  parts: "Stored parts",
  file: "File",
  namespace: "Namespace",
  size: "Size",
  wholeCluster: "(cluster)",
  none: "Nothing to download",
  noneWhy: "Nothing has been stored, or this link does not give downloads.",
  noDocuments: "The bundle carries no other documents.",
} as const;
