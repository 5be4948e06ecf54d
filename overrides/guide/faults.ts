/** What the reader is told when the engine cannot work: what happened, and what to do. One sentence each. */
import type { Trouble } from "./client";

export interface Notice {
  happened: string;
  todo: string;
  /** What the button for another try says; none where that cannot help. */
  retry: string | null;
}

/** What the checker's page offers without Python; other tools put their own words in its place. */
const BY_HAND = "check by hand with the list below";

const AGAIN = "Try again";

const NOTICES: Record<Trouble, Notice> = {
  missing: {
    happened: "A part of the checker is not where it should be on this site.",
    todo: `Try again in a minute; if it stays like this, ${BY_HAND}.`,
    retry: AGAIN,
  },
  network: {
    happened: "The connection broke while the checker was on its way.",
    todo: "See that you are online, then try again.",
    retry: AGAIN,
  },
  corrupt: {
    happened: "A part of the checker arrived damaged, so we did not start it.",
    todo: "Try again; if it happens twice, reload this page.",
    retry: AGAIN,
  },
  wasm: {
    happened: "This browser cannot run the checker, because WebAssembly is missing or switched off.",
    todo: `Open this page in an up-to-date browser, or ${BY_HAND}.`,
    retry: null,
  },
  worker: {
    happened: "This browser did not let the checker start.",
    todo: "Try again, or reload this page.",
    retry: AGAIN,
  },
  version: {
    happened: "This page and the checker are of different versions: the guide has changed since the page was loaded.",
    todo: "Reload the page to have both anew.",
    retry: "Reload the page",
  },
  python: {
    happened: "The checker stopped while it was starting.",
    todo: "Try again; close other tabs first if this device is short of memory.",
    retry: AGAIN,
  },
  "slow-start": {
    happened: "The checker is taking too long to start, so we stopped waiting.",
    todo: "Try again, on a faster connection if you can.",
    retry: AGAIN,
  },
  died: {
    happened: "The checker stopped working while it was in use.",
    todo: "Try again to start it once more.",
    retry: AGAIN,
  },
};

/** `byHand` says what can be done on this page without Python, `name` what the tool is called there. */
export function noticeFor(trouble: Trouble, byHand = BY_HAND, name = "checker"): Notice {
  const { happened, todo, retry } = NOTICES[trouble];
  const named = (sentence: string): string => sentence.replace(BY_HAND, byHand).replaceAll("checker", name);
  return { happened: named(happened), todo: named(todo), retry };
}

/** Said when the engine was ended because it did not answer in time. */
export const TOO_LONG =
  "The checker took too long over this draft, so it was stopped and started again. Change the draft, or check it once more.";
