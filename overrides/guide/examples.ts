/** Examples to try: three ride in the page; any other of the catalog is fetched by its id when an address asks for it. */
import type { Config } from "./config";
import type { Example } from "./protocol";

/** The id in `#example=external-link.flagged.1`, or null. An address never carries a draft. */
export function exampleInFragment(hash: string): string | null {
  return /^#example=([a-z0-9.-]+)$/.exec(hash)?.[1] ?? null;
}

/** The examples that the page itself carries, in an attribute. */
export function examplesInPage(page: Document): Example[] {
  const carrier = page.querySelector<HTMLElement>(".mcg-examples[data-examples]");
  return JSON.parse(carrier?.dataset["examples"] ?? "[]") as Example[];
}

/** Find an example by id; null when there is none or the list cannot be had. */
export async function findExample(id: string, inPage: Example[], config: Config): Promise<Example | null> {
  const here = inPage.find((example) => example.id === id);
  if (here) return here;
  try {
    const response = await fetch(new URL("assets/examples.json", config.root));
    const all = (await response.json()) as Record<string, Omit<Example, "id">>;
    return Object.hasOwn(all, id) ? { id, ...all[id]! } : null;
  } catch {
    return null;
  }
}
