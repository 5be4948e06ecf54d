/** What was written into templates, in this tab's own session storage: it survives a reload and ends with the tab. */
import type { Values } from "./template_text";

const KEY = "mcg-templates-1";

function all(): Record<string, Values> {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return typeof saved === "object" && saved !== null ? (saved as Record<string, Values>) : {};
  } catch {
    return {};
  }
}

/** The values of one template: texts only, whatever somebody put into the storage. */
export function loadValues(template: string): Values {
  const saved = Object.hasOwn(all(), template) ? all()[template] : {};
  return Object.fromEntries(Object.entries(saved ?? {}).filter(([, value]) => typeof value === "string" && value !== ""));
}

/** Keep the values of one template; empty ones are forgotten, and the whole with the last of them. */
export function saveValues(template: string, values: Values): void {
  const kept = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  const { [template]: _before, ...others } = all();
  const next = Object.keys(kept).length ? { ...others, [template]: kept } : others;
  try {
    if (Object.keys(next).length) sessionStorage.setItem(KEY, JSON.stringify(next));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage refused or full: the page itself still holds the values.
  }
}
