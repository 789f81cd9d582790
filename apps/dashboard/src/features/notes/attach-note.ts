// How a note's card begins to tie the note to other words; undefined where there are none to choose.
import { createContext } from "react";
import type { Note } from "./note-types";

export const AttachNote = createContext<((note: Note) => void) | undefined>(undefined);
