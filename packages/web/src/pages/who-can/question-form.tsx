import { Autocomplete, Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useQuestions } from "../../data/use-questions.ts";
import { useSearch } from "../../place/use-search.ts";
import { whoCanTexts } from "../../texts/who-can.ts";
import styles from "./who-can-page.module.css";

const verbs = [
  "get",
  "list",
  "watch",
  "create",
  "update",
  "patch",
  "delete",
  "deletecollection",
  "impersonate",
  "bind",
  "escalate",
  "use",
  "*",
];

/** Verb, resource, namespace, name: asked when it is sent, so that the URL holds whole questions. */
export function QuestionForm() {
  const [search, change] = useSearch();
  const [words, setWords] = useState({
    verb: search.verb ?? "get",
    resource: search.resource ?? "secrets",
    in: search.in ?? "",
    name: search.name ?? "",
  });
  const questions = useQuestions();
  const { data: kinds = [] } = useQuery(questions.kinds());
  const { data: namespaces = [] } = useQuery(questions.namespaces());
  const resources = kinds.map(({ plural, group }) => (group ? `${plural}.${group}` : plural));
  const set = (word: keyof typeof words) => (value: string) => setWords((before) => ({ ...before, [word]: value }));
  return (
    <form
      className={styles.form}
      aria-label={whoCanTexts.title}
      onSubmit={(event) => {
        event.preventDefault();
        change(words, { push: true });
      }}
    >
      <Autocomplete
        size="xs"
        label={whoCanTexts.verb}
        data={verbs}
        value={words.verb}
        onChange={set("verb")}
        maxLength={63}
      />
      <Autocomplete
        size="xs"
        label={whoCanTexts.resource}
        data={[...new Set([...resources, "pods/log", "pods/exec"])]}
        limit={50}
        value={words.resource}
        onChange={set("resource")}
        maxLength={253}
      />
      <Autocomplete
        size="xs"
        label={whoCanTexts.namespace}
        placeholder={whoCanTexts.allNamespaces}
        data={namespaces.filter(Boolean)}
        limit={50}
        value={words.in}
        onChange={set("in")}
        maxLength={63}
      />
      <TextInput
        label={whoCanTexts.name}
        placeholder={whoCanTexts.anyName}
        value={words.name}
        maxLength={253}
        onChange={(event) => set("name")(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" size="xs">
        {whoCanTexts.ask}
      </Button>
    </form>
  );
}
