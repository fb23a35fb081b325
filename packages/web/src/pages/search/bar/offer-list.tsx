import { Name } from "../../../parts/name.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import styles from "./query-field.module.css";
import type { Offer } from "./use-completions.ts";

interface OfferListProps {
  id: string;
  label: string;
  offers: readonly Offer[];
  /** Undefined for none. */
  active: number | undefined;
  /** From the left edge of the field. */
  leftPx: number;
  /** How it is used. */
  help: string;
  onTake: (offer: Offer) => void;
}

const shownLetters = 200;

/** What the query may go on with, under the caret. The focus stays in the field. */
export function OfferList({ id, label, offers, active, leftPx, help, onTake }: OfferListProps) {
  return (
    <div className={styles.offers} style={{ left: leftPx }}>
      <div id={id} role="listbox" aria-label={label}>
        {offers.map((offer, index) => (
          // Never reached by Tab: the field keeps the focus and takes the keys (WAI-ARIA combobox).
          <button
            type="button"
            tabIndex={-1}
            key={offer.insert}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.offer}
            title={plainText(offer.label.slice(0, 1_000))}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(offer)}
          >
            <span>
              <Name text={offer.label.slice(0, shownLetters)} />
            </span>
            <span className={styles.hint}>{offer.hint}</span>
          </button>
        ))}
      </div>
      <p className={styles.help} aria-hidden>
        {help}
      </p>
    </div>
  );
}
