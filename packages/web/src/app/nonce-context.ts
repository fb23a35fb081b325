import { createContext } from "react";

/** The nonce for style elements that libraries make while the app runs (editor, locked scrolling). */
export const NonceContext = createContext("");
