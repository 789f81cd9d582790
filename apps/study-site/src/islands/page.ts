// The one script of a study's page, small enough to cost nothing: it brings what a reader asks for only
// when they ask. Reading and writing to the team need none of it.
import { watchCentres } from "../centres/watch-centres";
import { watchForm } from "../form-script/watch-form";
import { watchNotes } from "../notes/watch-notes";

watchCentres();
watchForm();
watchNotes();
