/** Where the bucket is and how it is reached. */
export interface S3Settings {
  bucket: string;
  region: string;
  /** For the server; without it, AWS's own of the region. */
  endpoint?: string | undefined;
  /** For uploaders and browsers, where it is not the same: signed URLs lead there. */
  publicEndpoint?: string | undefined;
  /** Without keys the SDK looks where it always does: environment, profile, instance role. */
  keys?: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** `http://host/bucket/key` in the place of `http://bucket.host/key`; most servers other than AWS want it. */
  pathStyle: boolean;
  /** Key of KMS that the store encrypts with; without it, whatever the bucket's own default is. */
  kmsKeyId?: string | undefined;
  /** PEM of a private authority, beside the public ones. */
  ca?: string | undefined;
}
