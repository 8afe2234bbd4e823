import { createHash } from 'node:crypto'
import { LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales'

// Pages for a person outside, without a script and without a file of ours: old telephones, strict offices, one sheet of paper.
// Nothing of the address stands in them.

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
input,select,textarea{font:1.0625rem/1.4 system-ui,sans-serif;width:100%;min-height:3rem;padding:.5rem .75rem;border:1px solid #68716d;border-radius:.375rem;background:#fff;color:#1f2422}
#code{font:600 1.5rem/1.2 ui-monospace,monospace;letter-spacing:.12em;max-width:15rem;padding:.25rem .75rem}
input[type=radio]{width:1.25rem;min-width:1.25rem;height:1.25rem;min-height:0;margin:.2rem 0 0;accent-color:#1d4f45}
form>div,fieldset{width:100%;display:grid;gap:.25rem;margin:0;padding:0;border:0;min-width:0}
form>h2{margin:1rem 0 0}
legend{font-weight:600;padding:0}
.choice{display:flex;gap:.75rem;align-items:flex-start;font-weight:400;padding:.5rem 0}
.wrong{color:#a3271b;font-weight:600}
[aria-invalid=true]{border:2px solid #a3271b}
.numbers{list-style:none;margin:0;padding:0}
.numbers a{display:inline-flex;align-items:center;min-height:2.75rem;font-weight:600;color:#7d1d14;margin-inline-end:.5rem}
.receipt{font:600 1.75rem/1.2 ui-monospace,monospace;letter-spacing:.12em}
button{font:600 1.0625rem/1.2 system-ui,sans-serif;min-height:3rem;padding:.5rem 1.25rem;margin-top:.5rem;border:0;border-radius:.375rem;background:#1d4f45;color:#fff}
a:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,button:focus-visible,[tabindex]:focus-visible{outline:3px solid #1d4f45;outline-offset:2px}
.soft{color:#545c58}
.stop{border-inline-start:4px solid #a3271b;padding:.5rem 1rem;margin:1rem 0;background:#fbecea;color:#7d1d14}
dl{display:grid;grid-template-columns:minmax(8rem,30%) 1fr;gap:.25rem 1rem;margin:.75rem 0}
dt{color:#545c58}
dd{margin:0;white-space:pre-wrap;min-width:0}
footer{margin-top:2rem;border-top:1px solid #d8d6cf;padding-top:.75rem;font-size:.9375rem;color:#545c58}
@media (max-width:32rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
@media (prefers-color-scheme:dark){body{color:#e9e7e0;background:#161a19}nav a,h1,h2{color:#bfe0d6}dt,.soft,footer{color:#b3bab6}input,select,textarea{background:#1f2523;color:#e9e7e0}.wrong,.numbers a{color:#ffc9c1}[aria-invalid=true]{border-color:#ffc9c1}input[type=radio]{accent-color:#bfe0d6}button{background:#bfe0d6;color:#10201c}.stop{background:#3a1815;color:#ffc9c1}a:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,button:focus-visible,[tabindex]:focus-visible{outline-color:#bfe0d6}}
@page{size:A4;margin:16mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt;color:#000;background:#fff}h1,h2{color:#000}dt,.soft,footer{color:#333}dl{grid-template-columns:30% 1fr;gap:.1rem .75rem;margin:.25rem 0}h2{margin:.75rem 0 .1rem}.screen{display:none}}
`
/** Of the one style element that these pages have. */
export const OUTSIDE_STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Text that may stand in a page: nothing that was typed reaches one but through here. */
export const safe = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

export const outsidePage = (locale: Locale, title: string, body: string): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow, noarchive"><meta name="referrer" content="no-referrer"><title>${safe(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`

/** The same page in the other languages. */
export const languageLinks = (label: string, locale: Locale): string => {
  const languages = LOCALES.codes
    .map(
      (one) =>
        `<li><a href="?l=${one}" lang="${one}" hreflang="${one}"${one === locale ? ' aria-current="page"' : ''}>${LOCALE_NAMES[one]}</a></li>`,
    )
    .join('')
  return `<nav aria-label="${safe(label)}"><ul>${languages}</ul></nav>`
}
