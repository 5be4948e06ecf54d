/** Something kept in this tab's own session storage: it survives a reload and ends with the tab. Nothing goes elsewhere. */
export interface Keep<T> {
  load(): T | null;
  save(value: T): void;
  wipe(): void;
}

/** Keep values under a key; what is stored there and does not pass `fits` counts as nothing. */
export function keepInTab<T>(key: string, fits: (value: unknown) => value is T): Keep<T> {
  const attempt = <R>(act: () => R): R | null => {
    try {
      return act();
    } catch {
      // Storage that is refused or full is no error: the page itself still holds the value.
      return null;
    }
  };
  return {
    load: () =>
      attempt(() => {
        const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
        return fits(value) ? value : null;
      }),
    save: (value) => void attempt(() => sessionStorage.setItem(key, JSON.stringify(value))),
    wipe: () => void attempt(() => sessionStorage.removeItem(key)),
  };
}
