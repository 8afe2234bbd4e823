// What strangers, machines and other scripts put into a field. At least thirty of a class; every one must be kept as it is
// or refused with a word about its field.

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i)
/** Each start in front of each end, at least thirty. */
const crossed = (starts: readonly string[], ends: readonly string[]): string[] =>
  starts.flatMap((start) => ends.map((end) => start + end))
const around = (names: readonly string[], marks: readonly string[]): string[] =>
  names.flatMap((name) => marks.map((mark) => `${mark}${name.slice(0, 3)}${mark}${name.slice(3)}${mark}`))

const CODE = 'window.__ran=1'
const TAGS = [
  `<script>${CODE}</script>`,
  `<img src=x onerror=${CODE}>`,
  `<svg/onload=${CODE}>`,
  `<details open ontoggle=${CODE}>`,
  `<iframe srcdoc="<script>parent.__ran=1</script>">`,
  `<a href="javascript:${CODE}">Zz</a>`,
  `<style>@import'data:text/css,*{color:red}'</style>`,
  `<form action=javascript:${CODE}><button>Zz`,
]
const NAMES = [
  'Verzonnen',
  'ልብወለድ ሰብ',
  'مُخترَع',
  'خیالی نوم',
  'Invençãő',
  'Nguyễn Giả',
  'Zmyślona',
  'О’Вымысел',
]

export const HOSTILE: Readonly<Record<string, readonly string[]>> = {
  markup: crossed(['', '"><', "'--></title>", '</textarea>', '{{'], TAGS),
  direction: around(NAMES, ['\u202e', '\u2066', '\u200f', '\u061c', '\u200b', '\u2060', '\ufeff']),
  likeness: [
    ...[...NAMES, 'Zoë Verzonnen', 'Ångström', 'Ǆ ǅ ǆ', 'ﷺ', '한글 이름', 'が゙'].flatMap((name) =>
      (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) => name.normalize(form)),
    ),
    ...[
      'Раураl',
      'ⅤERZONNEN',
      'Ａdmin',
      'аdmin',
      'ſtaff',
      'ﬁle',
      'İstanbul',
      'ıstanbul',
      '𝓥erzonnen',
      'Ver\u0301zonnen',
    ],
  ],
  control: [
    ...range(32).map((code) => `Ver${String.fromCharCode(code)}zonnen`),
    'Ver\u007fzonnen',
    'Ver\u0085zonnen',
    'Ver\u2028zonnen',
    'Ver\ud800zonnen',
    'Ver\udfffzonnen',
    'Ver\ufffezonnen',
  ],
  sql: crossed(
    ["'", '"', '\\', "');", "' OR '1'='1", '%', '_', "E'\\\\'", '$$', '--'],
    [' DROP TABLE person;--', ' UNION SELECT token_hash FROM session--', '; SELECT pg_sleep(9)--', '::uuid'],
  ),
  formula: crossed(
    ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋'],
    ['cmd|calc!A1', 'HYPERLINK("http://x.invalid")', 'IMPORTXML("//x")', '1+1'],
  ),
  path: crossed(
    ['../', '..\\', '%2e%2e%2f', '....//', '/', 'file:///', '\\\\x.invalid\\', 'C:\\'],
    ['etc/passwd', 'con', 'proc/self/environ', '.env', 'keys'],
  ),
  template: crossed(
    ['{{', '${', '<%=', '#{', '{%', '[[', '@{', '{'],
    ['7*7}}', 'process.env}', '__proto__}', 'name, plural, one{x}}'],
  ),
  object: crossed(
    ['{"__proto__":', '{"constructor":', '["', '{"$gt":', '{"not":', '{"contains":'],
    ['{"admin":true}}', '""}', 'null}', '{"set":[]}}', '1}', '[1]]'],
  ),
  header: crossed(
    ['Zz\r\n', 'Zz\n', 'Zz%0d%0a', 'Zz\u2028', 'Zz\u560a\u560d'],
    [
      'Set-Cookie: a=b',
      'Bcc: x@x.invalid',
      'Location: //x.invalid',
      'Content-Type: text/html',
      '.',
      '<html>',
    ],
  ),
  pattern: range(30).map(
    (i) => `${(['a', ' ', '1.', '(', '-', '\u0301'][i % 6] ?? '').repeat(200 * (i + 1))}!`,
  ),
  long: range(30).map((i) => `${'Verzonnen woord '.repeat(i < 20 ? 10 * (i + 1) : 1_000 * (i - 18))}${i}`),
  number: [
    ...[
      'NaN',
      'Infinity',
      '-0',
      '1e999',
      '0x1f',
      '01',
      '١٢',
      '1,5',
      '1.5',
      '９',
      '1_000',
      '+1',
      '2147483648',
    ],
    ...[
      '9007199254740993',
      '1e-7',
      '29/2/2025',
      '31/4/2026',
      '0000-00-00',
      '2026-13-45',
      '1/1/10000',
      '٢٠٢٦',
    ],
    ...['null', 'undefined', 'true', 'None', '[object Object]', '00:60', '25:00', '-1', '½', 'Ⅷ', '1/0'],
  ],
}

// The thousand: each class grows from its own strings, by a seed, so that a failure comes again. A variant is one that a stranger, a
// machine or a clumsy hand would make of it: beside a name, inside one, twice, in capitals, escaped once, cut in the middle.
const draws = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
const VARIANTS: readonly ((text: string, name: string) => string)[] = [
  (text, name) => `${name} ${text}`,
  (text, name) => `${text} ${name}`,
  (text, name) => `${name.slice(0, 2)}${text}${name.slice(2)}`,
  (text) => `${text}${text}`,
  (text) => text.toLocaleUpperCase('tr'),
  (text) => text.replace(/[<>"'&]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  (text) => text.slice(0, Math.ceil(text.length / 2)),
  (text, name) => `${text}\n${name}\n${text}`,
  (text) => text.replace(/[^a-z0-9]/gi, (sign) => (sign.isWellFormed() ? encodeURIComponent(sign) : sign)),
]
const PER_CLASS = 77

/** A thousand and more, seventy-seven of each class: the strings themselves, then what a seed makes of them. */
export const hostileThousand = (seed: number): Record<string, string[]> => {
  const draw = draws(seed)
  return Object.fromEntries(
    Object.entries(HOSTILE).map(([kind, strings]) => {
      const all = new Set(strings)
      while (all.size < PER_CLASS) {
        const text = strings[draw(strings.length)] ?? ''
        const vary = VARIANTS[draw(VARIANTS.length)]
        const varied = vary?.(text, NAMES[draw(NAMES.length)] ?? '') ?? ''
        // No field takes more than twenty thousand signs; the long ones are long enough.
        if (varied.length <= 18_000) all.add(varied)
      }
      return [kind, [...all]]
    }),
  )
}
