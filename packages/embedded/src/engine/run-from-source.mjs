// Loaded with `--import` by `startableModule`, so that a thread or child process can run TypeScript source.
import { register } from "tsx/esm/api";

register();
