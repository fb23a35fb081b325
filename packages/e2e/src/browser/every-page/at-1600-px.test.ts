import { describeEveryPage } from "./every-page.ts";

describeEveryPage({ width: 1600, accessible: true });
