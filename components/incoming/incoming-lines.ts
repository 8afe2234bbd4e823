import { createTranslator } from 'use-intl/core'
import { formatTime } from '@/components/ui/time'
import type { Messages } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import type { Incoming } from '@/lib/incoming/incoming.data'
import { INCOMING_FIELDS } from '@/lib/incoming/incoming.schema'
import { languageName } from '@/lib/people/country.rules'

export type IncomingText = { readonly label: string; readonly text: string }

/** Everything that a partner typed, with its labels, in the order of the form; what was left open is left out. */
export const incomingLines = (
  { content, partner, arrivedAt, receipt }: Incoming,
  messages: Messages,
  locale: Locale,
): readonly IncomingText[] => {
  const t = createTranslator({ locale, messages, namespace: 'incoming' })
  const said = {
    ...content,
    language: content.language === '' ? '' : languageName(content.language, locale),
    urgency: t(`urgency.${content.urgency}`),
    agreed: t(`agreed.${content.agreed}`),
  }
  return [
    { label: t('line.partner'), text: partner.name },
    { label: t('line.arrived'), text: formatTime(locale, arrivedAt, 'moment') },
    { label: t('line.receipt'), text: receipt },
    ...INCOMING_FIELDS.map((name) => ({ label: t(`field.${name}`), text: said[name] })),
  ].filter(({ text }) => text !== '')
}

/** The same as one text, for the note of a file. */
export const incomingNote = (incoming: Incoming, messages: Messages, locale: Locale): string =>
  incomingLines(incoming, messages, locale)
    .map(({ label, text }) => `${label}: ${text}`)
    .join('\n')
