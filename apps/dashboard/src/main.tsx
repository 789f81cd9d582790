// Starts the staff app.
import "@fontsource-variable/inter";
import "./styles/mantine";
import "./styles/tokens.css";
import "./styles/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { keepFocus } from "./lib/keep-focus";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no place to start in.");
keepFocus(document);
createRoot(root).render(<App />);
