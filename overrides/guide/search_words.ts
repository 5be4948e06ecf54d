/**
 * Words as the search sees them: folded, cut to a stem, and near enough to another word to be a slip of the finger.
 * Nothing here knows the index or the browser.
 */

/** Words that say little about what is asked. They still count a little: "where is" leads to pages that say so. */
const QUIET = new Set(
  `a about after all also always an and any are as at be been before but by can cant could did didnt do does doesnt doing dont ever even for from
  get getting got had has have he her here him his how i if im in into is isnt it its just let ll may me might must my
  never not now of off on or our out please really she should so some still than that the their them there they this to up us ve via want wants
  was we were what when where which who whom why will with without wont would you your`.split(/\s+/),
);

/** Forms of a word that no ending explains, each after the form it belongs to. */
const FORMS = new Map(
  `begin:began,begun break:broke,broken bring:brought buy:bought choose:chose,chosen come:came find:found forget:forgot,forgotten
  give:gave,given hear:heard hide:hid,hidden hold:held keep:kept know:knew,known lose:lost make:made mean:meant pay:paid
  ring:rang,rung say:said see:saw,seen sell:sold send:sent show:shown speak:spoke,spoken steal:stole,stolen take:took,taken
  tell:told think:thought understand:understood write:wrote,written`
    .split(/\s+/)
    .flatMap((line) => {
      const [base, forms] = line.split(":") as [string, string];
      return forms.split(",").map((form) => [form, base] as const);
    }),
);

/** Lower case, no accents, no apostrophes, "e-mail" in one word, "10mb" in two: the form in which words are compared. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/\be[- ]mail/g, "email")
    .replace(/\ba[- ]to[- ]z\b/g, "atoz")
    .replace(/%/g, " percent ")
    .replace(/\b(\d+)(?=[a-z]{2,}\b|h\b)/g, "$1 ");
}

/** The words of a text, folded, in order. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function isQuiet(word: string): boolean {
  return QUIET.has(word);
}

/** What is left of an English word without its ending: "messages", "messaging" and "messaged" are one. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const base = FORMS.get(word) ?? word;
  let left = base.replace(/(ss|x|ch|sh)es$/, "$1").replace(/ie[sd]$|ier$|iest$/, "y");
  if (/[^su]s$/.test(left)) left = left.slice(0, -1);
  const cut = /^(.*[aeiouy].*?[^e])(?:ing|ed)$/.exec(left)?.[1];
  if (cut !== undefined && cut.length > 2) left = cut.replace(/([b-df-hjkmnp-rtv-z])\1$/, "$1");
  return left.length > 3 ? left.replace(/e$/, "") : left;
}

/** How many slips of the finger a word of this length may hold. */
export function slipsAllowed(word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * How many slips lie between two words: a letter too many, too few, another, or two that changed places. Infinity as
 * soon as there are more than `most`.
 */
export function slips(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return Infinity;
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let least = Math.min(above[column]! + 1, here[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped && row > 1 && column > 1) least = Math.min(least, before[column - 2]! + 1);
      here.push(least);
    }
    if (Math.min(...here) > most) return Infinity;
    [before, above] = [above, here];
  }
  const found = above[right.length]!;
  return found > most ? Infinity : found;
}
