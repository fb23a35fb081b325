import { insertCompletion } from "@kubin/logs";
import { CloseButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type RefObject, useId, useLayoutEffect, useRef, useState } from "react";
import { logTexts } from "../../../texts/logs.ts";
import { askedQueries } from "./kept-queries.ts";
import { OfferList } from "./offer-list.tsx";
import styles from "./query-field.module.css";
import { queryKeys } from "./query-keys.ts";
import { QueryMarks } from "./query-marks.tsx";
import { type Offer, useCompletions } from "./use-completions.ts";
import { useProblem } from "./use-problem.ts";

interface QueryFieldProps {
  text: string;
  onText: (text: string) => void;
  onAsk: (query: string) => void;
  ref: RefObject<HTMLInputElement | null>;
}

const historyShown = 12;
const listPx = 320;

/** The query as it is typed: what it may go on with under the caret, what is wrong underlined, earlier ones on ArrowUp. */
export function QueryField({ text, onText, onAsk, ref }: QueryFieldProps) {
  const id = useId();
  const [caret, setCaret] = useState(text.length);
  const [shown, setShown] = useState<"none" | "offers" | "history">("none");
  const [active, setActive] = useState<number>();
  const [leftPx, setLeftPx] = useState(0);
  const marks = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const goTo = useRef<number>(undefined);
  const problem = useProblem(text);
  const completions = useCompletions(text, caret, shown === "offers");
  const history = shown === "history" ? historyOffers() : [];
  const offers = shown === "offers" ? completions.offers : history;
  const from = completions.completion?.from ?? 0;
  const open = (what: typeof shown) => {
    setShown(what);
    setActive(what === "history" ? 0 : undefined);
  };
  const take = (offer: Offer) => {
    if (shown === "history") {
      open("none");
      onAsk(offer.insert);
      return;
    }
    const { completion } = completions;
    if (!completion) return;
    const done = insertCompletion(text, completion, offer.insert);
    goTo.current = done.caret;
    onText(done.text);
    // Behind a field its values are next.
    open(completion.kind === "field" ? "offers" : "none");
  };
  useLayoutEffect(() => {
    const input = ref.current;
    if (!input) return;
    if (goTo.current !== undefined) {
      input.setSelectionRange(goTo.current, goTo.current);
      setCaret(goTo.current);
      goTo.current = undefined;
    }
    const room = Math.max(0, input.clientWidth - listPx);
    setLeftPx(Math.max(0, Math.min(room, (anchor.current?.offsetLeft ?? 0) - input.scrollLeft)));
    if (marks.current) marks.current.scrollLeft = input.scrollLeft;
  });
  return (
    <div className={styles.field} data-wrong={problem !== undefined}>
      <IconSearch size={15} aria-hidden className={styles.icon} />
      <div className={styles.typed}>
        <QueryMarks ref={marks} anchor={anchor} text={text} problem={problem} anchorAt={from} />
        <input
          ref={ref}
          type="text"
          role="combobox"
          aria-label={logTexts.query}
          aria-autocomplete="list"
          aria-expanded={offers.length > 0}
          aria-controls={offers.length > 0 ? id : undefined}
          aria-activedescendant={offers.length > 0 && active !== undefined ? `${id}-${active}` : undefined}
          aria-invalid={problem !== undefined}
          aria-describedby={problem && offers.length === 0 ? `${id}-problem` : undefined}
          placeholder={logTexts.placeholder}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          maxLength={4000}
          value={text}
          onChange={(event) => {
            onText(event.currentTarget.value);
            setCaret(event.currentTarget.selectionStart ?? event.currentTarget.value.length);
            open("offers");
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onScroll={(event) => {
            if (marks.current) marks.current.scrollLeft = event.currentTarget.scrollLeft;
          }}
          onBlur={() => open("none")}
          onKeyDown={queryKeys({
            ...{ empty: text.trim() === "", offers, active, onActive: setActive, onOpen: open, onTake: take },
            onShut: () => open("none"),
          })}
        />
        {offers.length > 0 && (
          <OfferList
            id={id}
            label={shown === "history" ? logTexts.history : logTexts.completions}
            offers={offers}
            active={active}
            leftPx={leftPx}
            help={shown === "history" ? logTexts.historyHelp : logTexts.completionHelp}
            onTake={take}
          />
        )}
      </div>
      {text !== "" && (
        <CloseButton
          size="sm"
          aria-label={logTexts.clearQuery}
          title={logTexts.clearQuery}
          onClick={() => {
            onText("");
            ref.current?.focus();
          }}
        />
      )}
      {problem && offers.length === 0 && (
        <p id={`${id}-problem`} className={styles.problem} role="status">
          {problem.message}
        </p>
      )}
    </div>
  );
}

function historyOffers(): Offer[] {
  return askedQueries()
    .slice(0, historyShown)
    .map((query) => ({ label: query, hint: "", insert: query }));
}
