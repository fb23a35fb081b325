import type { LineFormat } from "../../../parse/line-format.ts";
import { partsOf } from "../parts/parts-of.ts";

const patterns = [/<(?<level>trace|debug|info|warn|error)> {1,64}\[\d{9,12}\.\d{1,9}\] /y];

/** NetworkManager (`nm-logging.c`): `<info>  [1627982261.0569] message`. */
export const networkManager: LineFormat = {
  name: "network-manager",
  read: (text) => (text.charCodeAt(0) === 60 ? partsOf(patterns, text, 0) : undefined),
};
