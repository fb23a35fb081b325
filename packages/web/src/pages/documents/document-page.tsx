import type { Download } from "@kubin/schema";
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { TextView } from "../../editor/text-view.tsx";
import { Asked } from "../../parts/asked.tsx";
import { Name } from "../../parts/name.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { PlaceLink } from "../../place/place-link.tsx";
import { useRouteWords } from "../../place/use-route-words.ts";
import { plainText } from "../../plain/plain-text.ts";
import { safeHref } from "../../plain/safe-href.ts";
import { sizeText } from "../../plain/size-text.ts";
import { documentTexts } from "../../texts/documents.ts";
import styles from "./document-page.module.css";

/** A document of the bundle, to read: as text in a read-only editor, whatever it calls itself. */
export function DocumentPage() {
  const { sha256 } = useRouteWords("sha256");
  const questions = useQuestions();
  const query = useQuery(questions.downloads());
  return (
    <Asked query={query}>
      {({ items }) => {
        const file = items.find((item) => item.type === "bundle" && item.sha256 === sha256);
        if (file) return <OpenDocument file={file} />;
        return (
          <Notice isPage title={documentTexts.unknown}>
            {documentTexts.unknownWhy} <PlaceLink place={{ page: "documents" }}>{documentTexts.title}</PlaceLink>
          </Notice>
        );
      }}
    </Asked>
  );
}

function OpenDocument({ file }: { file: Download }) {
  const path = file.path ?? file.filename;
  const questions = useQuestions();
  const query = useQuery(questions.document(file));
  useTitle(path.slice(path.lastIndexOf("/") + 1));
  return (
    <>
      <PageHead
        title={
          <span className={styles.path}>
            <Name text={path} />
          </span>
        }
        aside={`${sizeText(file.size)} ${documentTexts.packed}`}
      >
        <Button
          component="a"
          href={safeHref(file.url)}
          download={file.filename}
          rel="noopener noreferrer"
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {documentTexts.download}
        </Button>
      </PageHead>
      <Asked query={query}>
        {({ text, cut }) => (
          <>
            {cut && <p className={styles.cut}>{documentTexts.cut}</p>}
            {text === "" ? (
              <Notice title={documentTexts.empty}>{documentTexts.emptyWhy}</Notice>
            ) : (
              <TextView text={inert(text)} label={plainText(path)} language={languageOf(path, text)} />
            )}
          </>
        )}
      </Asked>
    </>
  );
}

/** Line by line, since control characters are shown as pictures and a line end is one of them with CR. */
function inert(text: string): string {
  return plainText(text.replaceAll("\r\n", "\n"));
}

function languageOf(path: string, text: string): "yaml" | "none" {
  return /\.(ya?ml|json)$/i.test(path) && text.length < 1_000_000 ? "yaml" : "none";
}
