export { type CorpusFigures, measureCorpus, type Recall } from "./measure-corpus.ts";
