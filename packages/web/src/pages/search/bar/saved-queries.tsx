import { Button, TextInput } from "@mantine/core";
import { IconStar, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { PopPanel } from "../../../parts/pop-panel.tsx";
import { logTexts } from "../../../texts/logs.ts";
import { dropQuery, savedQueries, saveQuery } from "./kept-queries.ts";
import styles from "./saved-queries.module.css";

interface SavedQueriesProps {
  query: string;
  onChoose: (query: string) => void;
}

/** Searches with a name, in this browser: one click asks again. */
export function SavedQueries({ query, onChoose }: SavedQueriesProps) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [saved, setSaved] = useState(savedQueries);
  const save = () => {
    setSaved(saveQuery({ name: name.trim() || query, query }));
    setName("");
  };
  return (
    <PopPanel
      label={logTexts.saved}
      button={<IconStar size={16} aria-hidden />}
      buttonLabel={logTexts.saved}
      title={logTexts.saved}
      align="end"
      open={open}
      onOpen={setOpen}
    >
      <div className={styles.panel}>
        <h3>{logTexts.saved}</h3>
        {query !== "" && (
          <div className={styles.form}>
            <TextInput
              data-autofocus
              className={styles.name}
              aria-label={logTexts.savedName}
              placeholder={logTexts.savedName}
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                // The form around it asks.
                event.preventDefault();
                save();
              }}
            />
            <Button onClick={save}>{logTexts.saveQuery}</Button>
          </div>
        )}
        <ul>
          {saved.map((one) => (
            <li key={one.name}>
              <button
                type="button"
                className={styles.choose}
                onClick={() => {
                  setOpen(false);
                  onChoose(one.query);
                }}
              >
                {one.name}
                {one.name !== one.query && <code>{one.query}</code>}
              </button>
              <button
                type="button"
                className={styles.drop}
                aria-label={logTexts.dropQuery(one.name)}
                title={logTexts.dropQuery(one.name)}
                onClick={() => setSaved(dropQuery(one.name))}
              >
                <IconTrash size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
        <p className={styles.note}>{saved.length === 0 && query === "" ? logTexts.savedNone : logTexts.savedHere}</p>
      </div>
    </PopPanel>
  );
}
