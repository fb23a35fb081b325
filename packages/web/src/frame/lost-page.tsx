import { Link } from "@tanstack/react-router";
import { Notice } from "../parts/notice.tsx";
import { failureTexts } from "../texts/failures.ts";
import { TopBar } from "./top-bar.tsx";

/** An address that leads to nothing. */
export function LostPage() {
  return (
    <>
      <TopBar />
      <main>
        <Notice isPage title={failureTexts.pageNotFound} actions={<Link to="/">{failureTexts.toStart}</Link>}>
          {failureTexts.pageNotFoundWhy}
        </Notice>
      </main>
    </>
  );
}
