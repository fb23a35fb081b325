// The single-file executable: what bin/kubin.js does for the installed command, and the program.
import { setFlagsFromString } from "node:v8";
import "./main.ts";

// An import's garbage need not fill the machine.
setFlagsFromString("--heap-growing-percent=30");
