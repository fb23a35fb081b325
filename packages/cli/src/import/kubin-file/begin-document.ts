import { BeginUpload } from "@kubin/schema";
import { z } from "zod";

/** Version of the file's shape. */
export const kubinFileVersion = 1;

/** begin.json: what the server is told first, and what tells that the tar is a kubin file. */
export const KubinFileBegin = BeginUpload.extend({
  format: z.literal("kubin"),
  version: z.int().min(1),
  /** The program that wrote it. */
  kubin: z.string().max(100),
});
export type KubinFileBegin = z.infer<typeof KubinFileBegin>;
