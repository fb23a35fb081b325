import { describeEveryPage } from "./every-page.ts";

describeEveryPage(1024);
