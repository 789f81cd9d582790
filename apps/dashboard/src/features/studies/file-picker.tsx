// Where the file is dropped; the button does the same for the keyboard. The whole area is drop ground,
// but only the button takes the focus.
import { Button } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import "@mantine/dropzone/styles.css";
import { type ReactNode, useRef } from "react";
import classes from "./file-picker.module.css";

interface Props {
  /** A file is chosen: the area steps back and offers another. */
  isSmall: boolean;
  onFiles: (files: readonly File[]) => void;
  /** What is chosen. */
  children: ReactNode;
}

export function FilePicker({ isSmall, onFiles, children }: Props) {
  const open = useRef<() => void>(null);
  return (
    <Dropzone
      className={classes.zone}
      data-small={isSmall}
      openRef={open}
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      tabIndex={-1}
      onDrop={onFiles}
      inputProps={{ "aria-label": "File of ClinicalTrials.gov records" }}
    >
      <div className={classes.inner}>
        <div className={classes.words}>
          {isSmall ? (
            children
          ) : (
            <>
              <p className={classes.title}>Drop a study’s record here</p>
              <p>
                On ClinicalTrials.gov open the study, choose Download, then JSON. One study or
                several in one file, up to 5 MB. Nothing is stored before you confirm.
              </p>
            </>
          )}
        </div>
        <Button variant={isSmall ? "default" : "filled"} onClick={() => open.current?.()}>
          {isSmall ? "Choose another file" : "Choose a file"}
        </Button>
      </div>
    </Dropzone>
  );
}
