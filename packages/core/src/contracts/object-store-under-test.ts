import type { ObjectPort } from "../ports/objects.ts";

export interface ObjectStoreUnderTest {
  objects: ObjectPort;
  /** Sends a request to a signed URL as a client would. */
  send(url: string, init?: { method?: string; headers?: Record<string, string>; body?: Uint8Array }): Promise<Response>;
  close(): Promise<void>;
}
