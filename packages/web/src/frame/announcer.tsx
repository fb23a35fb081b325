import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import styles from "./announcer.module.css";

/** After a change of page: the focus goes to the content, and its title is read out once the page has set it. */
export function Announcer() {
  const path = useLocation({ select: (location) => location.pathname });
  const arrived = useRef(path);
  const [title, setTitle] = useState("");
  useEffect(() => {
    if (arrived.current === path) return;
    arrived.current = path;
    // What has the focus and is still there, such as the filter one types in, keeps it.
    const { activeElement } = document;
    if (activeElement?.matches("#content input, #content textarea")) return;
    document.getElementById("content")?.focus({ preventScroll: true });
  }, [path]);
  useEffect(() => {
    const head = document.querySelector("title");
    if (!head) return;
    const observer = new MutationObserver(() => setTitle(document.title));
    observer.observe(head, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return (
    <div className={styles.unseen} aria-live="polite" role="status">
      {title}
    </div>
  );
}
