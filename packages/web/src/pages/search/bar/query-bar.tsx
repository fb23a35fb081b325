import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useKeys } from "../../../keys/use-keys.ts";
import { useQueryTimes } from "../../../logs/use-query-times.ts";
import { Choice } from "../../../parts/choice.tsx";
import { useSearch } from "../../../place/use-search.ts";
import { logTexts } from "../../../texts/logs.ts";
import { orderOf } from "./order-of.ts";
import styles from "./query-bar.module.css";
import { QueryExamples } from "./query-examples.tsx";

const orders = [
  { value: "newest", name: logTexts.newest },
  { value: "oldest", name: logTexts.oldest },
  { value: "file", name: logTexts.fileOrder },
];

/** The query as typed; Enter asks. `/` comes here. */
export function QueryBar() {
  const [search, change] = useSearch();
  const { shown, sent } = useQueryTimes();
  const inUrl = shown(search.q ?? "");
  const [text, setText] = useState(inUrl);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(inUrl), [inUrl]);
  useKeys({ "/": () => input.current?.focus() });
  const ask = (query: string) => change({ q: sent(query).trim() }, { push: true });
  return (
    <search>
      <form
        className={styles.bar}
        onSubmit={(event) => {
          event.preventDefault();
          ask(text);
        }}
      >
        <TextInput
          ref={input}
          className={styles.query}
          classNames={{ input: styles.input ?? "" }}
          size="sm"
          aria-label={logTexts.query}
          placeholder={logTexts.placeholder}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          maxLength={4000}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
        <Button type="submit" variant="filled" size="xs" h={32}>
          {logTexts.search}
        </Button>
        <Choice
          label={logTexts.orderGroup}
          value={orderOf(search)}
          options={orders}
          onChange={(order) => change({ order: order === "newest" ? "" : order })}
        />
        {inUrl.trim() === "" && <QueryExamples onChoose={ask} />}
      </form>
    </search>
  );
}
