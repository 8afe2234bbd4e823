import { createHash } from 'node:crypto'
import { createTranslator } from 'use-intl/core'
import { LOCALES } from '@/lib/i18n/locales'
import de from '../../messages/de/refusals.json'
import en from '../../messages/en/refusals.json'
import fr from '../../messages/fr/refusals.json'
import nl from '../../messages/nl/refusals.json'

export type Refusal = 'away' | 'busy' | 'damaged' | 'newer'

// Shown before anyone is known, or in the place of a file, so in all four languages; it needs no database and no script.
const WORDS = { en, fr, nl, de }

const STYLE =
  'body{font:1.0625rem/1.5 system-ui,sans-serif;margin:0;color:#1f2933;background:#fbfaf7}main{max-width:40rem;margin:0 auto;padding:2rem 1rem}h2{font-size:1.1875rem;margin:1.75rem 0 .25rem}p{margin:.25rem 0}a{display:inline-block;margin:.5rem 0 0;padding:.5rem 1rem;border:1px solid;border-radius:.25rem;color:inherit}@media(prefers-color-scheme:dark){body{color:#e8e6e1;background:#191b1f}}'

/** The page's own policy: its style and nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/**
 * A whole page that needs nothing else from the server. What passes loads itself again by the header `Refresh` that is sent with it, and
 * a press does the same at once; what cannot be read does neither.
 */
export const refusalPage = (why: Refusal): string => {
  const parts = LOCALES.codes.map((locale) => {
    const t = createTranslator({ locale, messages: { refusals: WORDS[locale] }, namespace: 'refusals' })
    const again = why === 'away' || why === 'busy' ? `<a href="">${t('again')}</a>` : ''
    return `<section lang="${locale}"><h2>${t(`${why}.title`)}</h2><p>${t(`${why}.what`)}</p><p>${t(`${why}.act`)}</p>${again}</section>`
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Accompany</title><style>${STYLE}</style></head><body><main><h1>Accompany</h1>${parts.join('')}</main></body></html>`
}
