/** What a kubelet or container runtime wrote around a line. */
export interface Envelope {
  at: bigint;
  /** Bytes before what the program wrote. */
  prefix: number;
  /** Output of the program, where it is told. */
  stream: "stdout" | "stderr" | undefined;
  /** The record goes on in the next line of the same stream. */
  partial: boolean;
  /** What the program wrote, where it is not the rest of the line as it stands. */
  inner: string | undefined;
  /** The time may as well be the program's own: shorter than kubelets write it. */
  doubtful: boolean;
}
