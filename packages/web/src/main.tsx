import { setNonce } from "get-nonce";
import { createRoot } from "react-dom/client";
import "./styles/mantine.css";
import "./styles/base.css";
import { App } from "./app/app.tsx";
import { markFailedStyles } from "./app/failed-styles.ts";
import { readNonce } from "./app/read-nonce.ts";

// The entry: the only module of the app that acts when it is loaded.
const nonce = readNonce();
setNonce(nonce);
markFailedStyles();
const root = document.getElementById("root");
if (root) createRoot(root).render(<App nonce={nonce} />);
