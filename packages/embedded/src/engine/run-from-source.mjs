// Loaded with `--import` by `moduleBeside`, so that a thread or child process can run TypeScript source.
import { register } from "tsx/esm/api";

register();
