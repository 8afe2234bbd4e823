import { createTranslator } from 'use-intl/core'
import { languageLinks, outsidePage as page, safe } from '@/components/ui/outside-html'
import { formatTime } from '@/components/ui/time'
import { catalogue } from '@/lib/i18n/catalogue'
import { fromAcceptLanguage, LOCALES, toLocale } from '@/lib/i18n/locales'
import type { OpenedShare } from '@/lib/referrals/outside.data'

type Asked = { readonly language: string | null; readonly acceptLanguage: string | null }

const wordsFor = async ({ language, acceptLanguage }: Asked) => {
  const locale = toLocale(language) ?? fromAcceptLanguage(acceptLanguage) ?? LOCALES.codes[0]
  const messages = await catalogue[locale]()
  return { locale, t: createTranslator({ locale, messages, namespace: 'referrals' }) }
}

/** The page of every link: it asks for the code. `isRefused`: whatever was tried did not open, and it does not say why. */
export const askPage = async (asked: Asked, isRefused: boolean): Promise<string> => {
  const { locale, t } = await wordsFor(asked)
  return page(
    locale,
    t('outside.title'),
    `${languageLinks(t('outside.languages'), locale)}
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
