import { createTranslator } from 'use-intl/core'
import { LOCALES } from '@/lib/i18n/locales'
import de from '../../messages/de/alarms.json'
import en from '../../messages/en/alarms.json'
import fr from '../../messages/fr/alarms.json'
import nl from '../../messages/nl/alarms.json'
import type { AlarmName } from './facts.rules'

// The person who keeps the installation running may speak any of them, and there is no account to ask.
const WORDS = { en, fr, nl, de }

/** The mail of one alarm: what is wrong and what to do, in four languages; it names no one. */
export const toAlarmLetter = (alarm: AlarmName, address: string): { subject: string; text: string } => {
  const parts = LOCALES.codes.map((locale) => {
    const t = createTranslator({ locale, messages: { alarms: WORDS[locale] }, namespace: 'alarms' })
    return `${t(`${alarm}.what`)}\n${t(`${alarm}.act`)}\n${t('more', { address: `${address}/settings/system` })}`
  })
  const t = createTranslator({ locale: 'en', messages: { alarms: en }, namespace: 'alarms' })
  return { subject: `Accompany: ${t(`${alarm}.what`)}`, text: `${parts.join('\n\n')}\n` }
}
