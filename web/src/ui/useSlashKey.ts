/** The key "/" goes to the field where a page begins. */

import { useEffect, type RefObject } from "react";
import { keysAreFree } from "./keys";

export function useSlashKey(field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== "/" || !keysAreFree(event.target)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener("keydown", key);
    return () => {
      window.removeEventListener("keydown", key);
    };
  }, [field]);
}
