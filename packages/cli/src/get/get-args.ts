import type { ResultArgs } from "../output/print-result.ts";
import type { WantedArgs } from "../session/wanted-snapshot.ts";

export interface GetArgs extends WantedArgs, ResultArgs {
  kind?: string | undefined;
  names?: string[] | undefined;
  namespace?: string | undefined;
  "all-namespaces": boolean;
  selector?: string | undefined;
  "show-labels": boolean;
  headers: boolean;
  text?: string | undefined;
  failing: boolean;
}
