import { describeEveryPage } from "./every-page.ts";

// Between the two others, which are asked for accessibility.
describeEveryPage({ width: 1024, accessible: false });
