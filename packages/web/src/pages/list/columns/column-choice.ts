/** What a reader changed about the columns of a kind. */
export interface ColumnChoice {
  /** Ids of columns taken away, and of wide ones shown whatever room there is. */
  hidden: readonly string[];
  shown: readonly string[];
  /** Label keys shown as columns. */
  labels: readonly string[];
}

export const noChoice: ColumnChoice = { hidden: [], shown: [], labels: [] };

const wordsAtMost = 60;
const lettersAtMost = 320;
const labelsAtMost = 10;

/** Reads what was remembered. Anything may stand there: what does not fit is left out. */
export function parseChoice(text: string | undefined): ColumnChoice {
  try {
    const read: unknown = JSON.parse(text ?? "");
    if (typeof read !== "object" || read === null) return noChoice;
    return {
      hidden: wordsOf(read, "hidden").filter((id) => id !== "name"),
      shown: wordsOf(read, "shown"),
      labels: wordsOf(read, "labels").slice(0, labelsAtMost),
    };
  } catch {
    return noChoice;
  }
}

function wordsOf(value: object, name: string): string[] {
  const list: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  if (!Array.isArray(list)) return [];
  const words = list.filter(
    (word): word is string => typeof word === "string" && word !== "" && word.length <= lettersAtMost,
  );
  return [...new Set(words)].slice(0, wordsAtMost);
}

/** Shows or takes away one column. */
export function withColumn(choice: ColumnChoice, id: string, on: boolean): ColumnChoice {
  const without = (words: readonly string[]) => words.filter((word) => word !== id);
  return {
    ...choice,
    hidden: on || id === "name" ? without(choice.hidden) : [...without(choice.hidden), id],
    shown: on ? [...without(choice.shown), id] : without(choice.shown),
  };
}

/** Adds a label key as a column, or takes it away. */
export function withLabel(choice: ColumnChoice, key: string, on: boolean): ColumnChoice {
  const others = choice.labels.filter((label) => label !== key);
  return { ...choice, labels: on ? [...others, key].slice(-labelsAtMost) : others };
}
