import { createTranslator } from 'use-intl/core'
import { catalogue } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import type { Due } from './mail.rules'

/**
 * The words of a mail, in the reader's language. Mail is read on lock screens and by the provider, so it says that
 * something waits and how much of it: no name, no code, no centre, no link to a file.
 */
export const toLetter = async (
  { kinds }: Due,
  { locale, address }: { locale: Locale; address: string },
): Promise<{ subject: string; text: string }> => {
  const t = createTranslator({ locale, messages: await catalogue[locale](), namespace: 'notices' })
  const total = kinds.reduce((sum, { count }) => sum + count, 0)
  const lines = kinds.map(({ kind, count }) => `– ${t(`mail.kind.${kind}`, { count })}`)
  const text = [
    t('mail.intro'),
    '',
    ...lines,
    '',
    t('mail.where', { address: new URL('/notices', address).href }),
    '',
    t('mail.why', { address: new URL('/notices/settings', address).href }),
    '',
  ]
  return { subject: t('mail.subject', { count: total }), text: text.join('\n') }
}
