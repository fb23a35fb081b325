export interface PackProgress {
  /** index: reading everything, packing objects; logs: reading and packing log lines. */
  stage: "index" | "logs";
  /** Files of the bundle seen in this stage. */
  files: number;
  /** Bytes of their content, unpacked. */
  bytes: number;
  /** What `bytes` will be at the end of this stage; unknown in the first. */
  totalBytes: number | undefined;
  objects: number;
  logLines: number;
}
