import { createHash } from 'node:crypto'
import { createTranslator } from 'use-intl/core'
import { formatTime } from '@/components/ui/time'
import { catalogue } from '@/lib/i18n/catalogue'
import { fromAcceptLanguage, LOCALE_NAMES, LOCALES, type Locale, toLocale } from '@/lib/i18n/locales'
import type { OpenedShare } from '@/lib/referrals/outside.data'

// Pages for a person outside, without a script and without a file of ours: old telephones, strict offices, one sheet of paper.
// Nothing of the address stands in them, so that every link has the same page.

const STYLE = `
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0 auto;max-width:44rem;padding:1.25rem 1rem 3rem;font:1.0625rem/1.5 system-ui,sans-serif;color:#1f2422;background:#fbfaf7;overflow-wrap:anywhere}
h1{font:600 1.6rem/1.25 Georgia,serif;margin:1.5rem 0 .5rem}
h2{font:600 1.15rem/1.3 Georgia,serif;margin:1.5rem 0 .25rem}
nav ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;list-style:none;margin:0;padding:0}
nav a{display:inline-flex;align-items:center;min-height:2.75rem;color:#1d4f45}
nav a[aria-current]{font-weight:600;text-decoration:none}
form{margin:1.5rem 0;display:grid;gap:.5rem;justify-items:start}
label{font-weight:600}
input{font:600 1.5rem/1.2 ui-monospace,monospace;letter-spacing:.12em;width:100%;max-width:15rem;min-height:3rem;padding:.25rem .75rem;border:1px solid #68716d;border-radius:.375rem;background:#fff;color:#1f2422}
button{font:600 1.0625rem/1.2 system-ui,sans-serif;min-height:3rem;padding:.5rem 1.25rem;margin-top:.5rem;border:0;border-radius:.375rem;background:#1d4f45;color:#fff}
a:focus-visible,input:focus-visible,button:focus-visible{outline:3px solid #1d4f45;outline-offset:2px}
.soft{color:#545c58}
.stop{border-inline-start:4px solid #a3271b;padding:.5rem 1rem;margin:1rem 0;background:#fbecea;color:#7d1d14}
dl{display:grid;grid-template-columns:minmax(8rem,30%) 1fr;gap:.25rem 1rem;margin:.75rem 0}
dt{color:#545c58}
dd{margin:0;white-space:pre-wrap;min-width:0}
footer{margin-top:2rem;border-top:1px solid #d8d6cf;padding-top:.75rem;font-size:.9375rem;color:#545c58}
@media (max-width:32rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
@media (prefers-color-scheme:dark){body{color:#e9e7e0;background:#161a19}nav a,h1,h2{color:#bfe0d6}dt,.soft,footer{color:#b3bab6}input{background:#1f2523;color:#e9e7e0}button{background:#bfe0d6;color:#10201c}.stop{background:#3a1815;color:#ffc9c1}a:focus-visible,input:focus-visible,button:focus-visible{outline-color:#bfe0d6}}
@page{size:A4;margin:16mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt;color:#000;background:#fff}h1,h2{color:#000}dt,.soft,footer{color:#333}dl{grid-template-columns:30% 1fr;gap:.1rem .75rem;margin:.25rem 0}h2{margin:.75rem 0 .1rem}.screen{display:none}}
`
export const OUTSIDE_STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Text that may stand in a page: nothing that was typed reaches one but through here. */
const safe = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

type Asked = { readonly language: string | null; readonly acceptLanguage: string | null }

const wordsFor = async ({ language, acceptLanguage }: Asked) => {
  const locale = toLocale(language) ?? fromAcceptLanguage(acceptLanguage) ?? LOCALES.codes[0]
  const messages = await catalogue[locale]()
  return { locale, t: createTranslator({ locale, messages, namespace: 'referrals' }) }
}

const page = (locale: Locale, title: string, body: string): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow, noarchive"><meta name="referrer" content="no-referrer"><title>${safe(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`

/** The page of every link: it asks for the code. `isRefused`: whatever was tried did not open, and it does not say why. */
export const askPage = async (asked: Asked, isRefused: boolean): Promise<string> => {
  const { locale, t } = await wordsFor(asked)
  const languages = LOCALES.codes
    .map(
      (one) =>
        `<li><a href="?l=${one}" lang="${one}" hreflang="${one}"${one === locale ? ' aria-current="page"' : ''}>${LOCALE_NAMES[one]}</a></li>`,
    )
    .join('')
  return page(
    locale,
    t('outside.title'),
    `<nav aria-label="${safe(t('outside.languages'))}"><ul>${languages}</ul></nav>
<main><h1>${safe(t('outside.title'))}</h1>
<p>${safe(t('outside.what'))}</p>
${isRefused ? `<p class="stop" role="alert">${safe(t('outside.refused'))}</p>` : ''}
<form method="post" action="?l=${locale}" autocomplete="off"><label for="code">${safe(t('outside.code'))}</label>
<span class="soft" id="hint">${safe(t('outside.codeHint'))}</span>
<input id="code" name="code" inputmode="numeric" autocomplete="off" required maxlength="20" aria-describedby="hint">
<button>${safe(t('outside.open'))}</button></form>
<p class="soft">${safe(t('outside.counted'))}</p></main>`,
  )
}

const list = (lines: readonly { readonly label: string; readonly text: string }[]): string =>
  lines.length === 0
    ? ''
    : `<dl>${lines.map(({ label, text }) => `<dt>${safe(label)}</dt><dd dir="auto">${safe(text)}</dd>`).join('')}</dl>`

/** What was shared, once the code was right. */
export const sheetPage = async (
  { sheet, opening, openings, until }: OpenedShare,
  asked: Asked,
): Promise<string> => {
  const { locale, t } = await wordsFor(asked)
  const { lines, sections } = sheet[locale]
  const facts = sections
    .map(({ title, lines: own }) => (own.length === 0 ? '' : `<h2>${safe(title)}</h2>${list(own)}`))
    .join('')
  const day = formatTime(locale, until, 'moment')
  return page(
    locale,
    t('outside.title'),
    `<main><p class="soft screen">${safe(t('outside.keep'))}</p><h1>${safe(t('sheet.title'))}</h1>${list(lines)}${facts}</main>
<footer><p>${safe(t('outside.foot'))}</p><p>${safe(t('outside.opened', { opening, openings, until: day }))}</p></footer>`,
  )
}
