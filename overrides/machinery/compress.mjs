// Compresses files as hard as it goes: `node overrides/machinery/compress.mjs OUT < JSON`, the input being {hash: path}.
// Each becomes OUT/<hash>.br and OUT/<hash>.gz, written in one step. Largest first, on as many threads as there are.
import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const out = process.argv[2];
const wanted = Object.entries(JSON.parse(await text(process.stdin)));
const sized = await Promise.all(wanted.map(async ([hash, path]) => ({ hash, path, size: (await stat(path)).size })));
const queue = sized.sort((one, other) => other.size - one.size);

// Archives are asked for only where the shipped memory cannot be taken: the last twentieth of their size is not worth the
// half minute that the hardest setting takes for them.
const RARE = /\.(whl|zip)\.txt$/;
const RARE_QUALITY = 9;

async function put(name, content) {
  const partial = join(out, `${name}.${process.pid}`);
  await writeFile(partial, content);
  await rename(partial, join(out, name));
}

async function work() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const content = await readFile(next.path);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: RARE.test(next.path) ? RARE_QUALITY : constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    await put(`${next.hash}.gz`, await promisify(gzip)(content, { level: 9 }));
    await put(`${next.hash}.br`, await promisify(brotliCompress)(content, { params }));
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
