// Bundles the page's scripts and style sheets with esbuild: `node overrides/machinery/bundle.mjs OUT [--dev]`, OUT being build/assets.
//
//   overrides/guide/{main,worker}.ts            → OUT/guide/*.js, ES modules, shared parts in chunks with a hash
//   overrides/guide/early.ts                    → OUT/inline/early.js, which overrides/machinery/hints.py puts into pages
//   overrides/guide/search.ts                   → OUT/guide/search.js, in one piece: Material starts it as a classic worker
//   overrides/assets/stylesheets/*.css          → OUT/stylesheets/*.css, one file each, parts put in
//   overrides/guide/sw.ts                       → OUT/offline/sw.js, which overrides/machinery/offline.py gives its list;
//                                                 with --dev overrides/guide/sw_gone.ts, which lets an old one go
//   the mark, overrides/assets/images           → OUT/images/icon-*.png, for home screens
//   the fonts that the style sheets name        → OUT/fonts/, from overrides/assets/fonts or the npm packages
//
// Called by the site's build when one of these changed (see machinery/assets.py); the output folder is made anew.
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const sources = join(root, "overrides");
const assets = join(sources, "assets");
const finished = resolve(process.argv[2]);
const out = `${finished}.new`;
const dev = process.argv.includes("--dev");

const common = {
  absWorkingDir: root,
  bundle: true,
  legalComments: "none",
  logLevel: "warning",
  minify: !dev,
  sourcemap: dev ? "inline" : false,
  target: ["es2022", "chrome109", "firefox115", "safari16.4"],
};

/**
 * The editor's packages say of themselves that what nobody uses may be left out; two places in them tell esbuild otherwise.
 * One makes a segmenter for words, for commands that we do not use: a browser takes longer over it than over the rest of the
 * editor's code together. The other is the whole package for syntax trees.
 */
const unusedPartsOfEditor = {
  name: "unused-parts-of-editor",
  setup({ onLoad, onResolve, resolve: find }) {
    onLoad({ filter: /@codemirror[\\/]commands[\\/]dist[\\/]index\.js$/ }, async ({ path }) => {
      const code = await readFile(path, "utf8");
      return { contents: code.replace(/^const segmenter = ([^;]+);/m, "const segmenter = /* @__PURE__ */ (() => $1)();") };
    });
    onResolve({ filter: /^@lezer\// }, async ({ path, ...from }) => {
      if (from.pluginData?.seen) return;
      const { importer, namespace, resolveDir, kind } = from;
      const found = await find(path, { importer, namespace, resolveDir, kind, pluginData: { seen: true } });
      return { ...found, sideEffects: false };
    });
  },
};

/** Where an npm font package or our own folder keeps a font. */
async function findFont(name) {
  const own = join(assets, "fonts", name);
  if (existsSync(own)) return own;
  for (const scope of ["@fontsource", "@fontsource-variable"]) {
    const folder = join(root, "node_modules", scope);
    for (const font of existsSync(folder) ? await readdir(folder) : []) {
      const file = join(folder, font, "files", name);
      if (existsSync(file)) return file;
    }
  }
  throw new Error(`No package in package.json brings the font ${name}`);
}

/** Style sheets are bundled into one folder: addresses in them are rewritten to count from there. */
const addressesInStyles = {
  name: "addresses-in-styles",
  setup({ onResolve }) {
    onResolve({ filter: /\.woff2$/ }, async ({ path }) => {
      const name = basename(path);
      await mkdir(join(out, "fonts"), { recursive: true });
      await copyFile(await findFont(name), join(out, "fonts", name));
      return { path: `../fonts/${name}`, external: true };
    });
    onResolve({ filter: /\.(svg|png|jpg|webp)$/ }, ({ path, resolveDir }) => {
      const file = resolve(resolveDir, path);
      if (!existsSync(file)) return { errors: [{ text: `${path} does not exist` }] };
      return { path: `../${relative(assets, file)}`, external: true };
    });
  },
};

async function bundleScripts() {
  const folder = join(sources, "guide");
  const one = (name) => ({
    ...common,
    metafile: true,
    entryPoints: [join(folder, name)],
    outdir: join(out, "guide"),
    format: "esm",
    platform: "browser",
    splitting: true,
    chunkNames: "chunk-[hash]",
    define: { "process.env.NODE_ENV": dev ? '"development"' : '"production"' },
    loader: { ".css": "text" },
    plugins: [unusedPartsOfEditor],
    tsconfigRaw: { compilerOptions: { target: "ES2022", useDefineForClassFields: true } },
  });
  // Each by itself: a part shared by both would be one more thing that the worker waits for.
  const [page, worker] = await Promise.all([build(one("main.ts")), build(one("worker.ts"))]);
  await writeFile(join(out, ".needs.json"), JSON.stringify(needs({ ...page.metafile.outputs, ...worker.metafile.outputs })));
}

/**
 * What each module that is fetched later needs, itself first: `{"check": ["chunk-….js", …]}`. Parts that main.js brings on
 * every page are left out. The pages' hints are made from it (see machinery/hints.py).
 */
function needs(outputs) {
  const closure = (path, found = new Set()) => {
    if (found.has(path)) return found;
    found.add(path);
    for (const { path: next, kind } of outputs[path].imports) if (kind === "import-statement") closure(next, found);
    return found;
  };
  const of = Object.fromEntries(Object.entries(outputs).flatMap(([path, { entryPoint }]) => (entryPoint ? [[basename(entryPoint, ".ts"), path]] : [])));
  const brought = closure(of["main"]);
  // Every page would wait for it, and nobody hints at it.
  if (brought.size > 1) throw new Error(`main.js must be one file: move what it shares with ${[...brought].slice(1).join(", ")} into main.ts, or hand it on as a service.`);
  return Object.fromEntries(
    Object.entries(of).map(([name, path]) => [name, [...closure(path)].filter((part) => !brought.has(part)).map((part) => basename(part))]),
  );
}

async function bundleSearch() {
  const outfile = join(out, "guide", "search.js");
  await build({ ...common, entryPoints: [join(sources, "guide", "search.ts")], outfile, format: "iife", platform: "browser" });
}

/** Part of the page itself: a file of its own would be one more thing to wait for. */
async function bundleEarly() {
  await build({ ...common, sourcemap: false, entryPoints: [join(sources, "guide", "early.ts")], outfile: join(out, "inline", "early.js"), format: "iife", platform: "browser" });
}

/** A worker that keeps the site for later is for the built site only: `serve` has one that lets it go. */
async function bundleServiceWorker() {
  await build({
    ...common,
    entryPoints: [join(sources, "guide", dev ? "sw_gone.ts" : "sw.ts")],
    outfile: join(out, "offline", "sw.js"),
    format: "iife",
    platform: "browser",
    define: { "process.env.NODE_ENV": '"production"' },
  });
}

/** Home screens want pictures in fixed sizes, some with a ground that may be cut to any shape. */
async function drawIcons() {
  await initWasm(await readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const mark = await readFile(join(assets, "images", "favicon.svg"), "utf8");
  const inner = mark.slice(mark.indexOf(">") + 1, mark.lastIndexOf("</svg>"));
  const grounded = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-14 -14 68 68"><path fill="#33123d" d="M-14-14h68v68h-68z"/>${inner}</svg>`;
  const drawings = { "icon-192": [mark, 192], "icon-512": [mark, 512], "icon-any-shape-512": [grounded, 512], "icon-180": [grounded, 180] };
  await mkdir(join(out, "images"), { recursive: true });
  for (const [name, [drawing, width]] of Object.entries(drawings)) {
    const png = new Resvg(drawing, { fitTo: { mode: "width", value: width } }).render().asPng();
    await writeFile(join(out, "images", `${name}.png`), png);
  }
}

async function bundleStyles() {
  const folder = join(assets, "stylesheets");
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith(".css")).sort() : [];
  if (!names.length) return;
  await build({
    ...common,
    entryPoints: names.map((name) => join(folder, name)),
    outdir: join(out, "stylesheets"),
    plugins: [addressesInStyles],
  });
}

await rm(out, { recursive: true, force: true });
try {
  await bundleScripts();
  await bundleEarly();
  await bundleSearch();
  await bundleStyles();
  await drawIcons();
  await bundleServiceWorker();
  // Swapped in whole: a failed or a half-done run leaves the last good one in place.
  await rm(finished, { recursive: true, force: true });
  await rename(out, finished);
} catch (error) {
  // esbuild has printed its own errors already; a stack of ours would bury them.
  if (!error.errors) console.error(error.message);
  process.exitCode = 1;
}
