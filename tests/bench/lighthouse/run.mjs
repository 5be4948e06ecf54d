// Lighthouse over a list of pages: `node run.mjs < {"chrome", "root", "jobs": [{"kind", "path", "runs", "categories"}]}`.
// Writes one line of JSON per run: {"kind", "scores": {category: 0…100}, "failed": [{"id", "title", "value"}]}.
import { text } from "node:stream/consumers";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const { chrome, root, jobs } = JSON.parse(await text(process.stdin));
const chromeFlags = ["--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
if (process.getuid?.() === 0) chromeFlags.push("--no-sandbox");
const most = Math.max(...jobs.map(({ runs }) => runs));

/** What costs points, so that it can be mended. */
function failed({ audits, categories }) {
  const counted = new Set(Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)));
  return Object.values(audits)
    .filter(({ id, score }) => counted.has(id) && score !== null && score < 1)
    .map(({ id, title, displayValue, details }) => ({ id, title, value: displayValue ?? details?.items?.slice(0, 3).map((item) => item.node?.snippet ?? item.url ?? "") ?? "" }));
}

async function once({ kind, path, categories }) {
  const browser = await launch({ chromePath: chrome, chromeFlags });
  try {
    const { lhr } = await lighthouse(new URL(path, root).href, { port: browser.port, onlyCategories: categories, logLevel: "silent" });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
    console.log(JSON.stringify({ kind, scores, failed: failed(lhr) }));
  } finally {
    browser.kill();
  }
}

// Pages take turns, so that a busy moment of the machine hits all alike.
for (let round = 0; round < most; round++) {
  for (const job of jobs) if (round < job.runs) await once(job);
}
