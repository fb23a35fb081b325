import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useKeys } from "../../../keys/use-keys.ts";
import { useQueryTimes } from "../../../logs/use-query-times.ts";
import { Choice } from "../../../parts/choice.tsx";
import { useSearch } from "../../../place/use-search.ts";
import { logTexts } from "../../../texts/logs.ts";
import { rememberAsked } from "./kept-queries.ts";
import { orderOf } from "./order-of.ts";
import styles from "./query-bar.module.css";
import { QueryExamples } from "./query-examples.tsx";
import { QueryField } from "./query-field.tsx";
import { SavedQueries } from "./saved-queries.tsx";
import { useAsked } from "./use-asked.ts";

const orders = [
  { value: "newest", name: logTexts.newest },
  { value: "oldest", name: logTexts.oldest },
  { value: "file", name: logTexts.fileOrder },
];

/** The query as typed; Enter asks. `/` comes here. */
export function QueryBar() {
  const [search, change] = useSearch();
  const { shown } = useQueryTimes();
  const { query, ask } = useAsked();
  const inUrl = shown(search.q ?? "");
  const [text, setText] = useState(inUrl);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(inUrl), [inUrl]);
  useEffect(() => rememberAsked(query), [query]);
  useKeys({ "/": () => input.current?.focus() });
  return (
    <search>
      <form
        className={styles.bar}
        onSubmit={(event) => {
          event.preventDefault();
          ask(text);
        }}
      >
        <QueryField ref={input} text={text} onText={setText} onAsk={ask} />
        <Button type="submit" variant="filled" size="xs" h={34}>
          {logTexts.search}
        </Button>
        <SavedQueries query={query} onChoose={ask} />
        <Choice
          label={logTexts.orderGroup}
          value={orderOf(search)}
          options={orders}
          onChange={(order) => change({ order: order === "newest" ? "" : order })}
        />
        {query === "" && <QueryExamples onChoose={ask} />}
      </form>
    </search>
  );
}
