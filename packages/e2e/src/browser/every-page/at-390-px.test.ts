import { describeEveryPage } from "./every-page.ts";

describeEveryPage({ width: 390, accessible: true });
