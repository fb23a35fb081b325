import { namespacesOf } from "../place/namespaces-of.ts";
import { useSearch } from "../place/use-search.ts";
import { filterTexts } from "../texts/filters.ts";
import styles from "./namespace-remark.module.css";

/** On a page of what is in no namespace: those that were chosen change nothing here. */
export function NamespaceRemark() {
  const [search] = useSearch();
  return namespacesOf(search) && <p className={styles.remark}>{filterTexts.clusterScoped}</p>;
}
