import { useTranslations } from 'next-intl'
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import { REGISTRY, readSettings, type SettingKey } from '@/lib/settings/registry.schema'

/** What a setting says, in words; of a value as it is stored. */
export const useSettingWords = () => {
  const t = useTranslations('settings')
  return (key: SettingKey, value: unknown): string => {
    const settings = readSettings(value === null || value === undefined ? {} : { [key]: value })
    switch (key) {
      case 'organisation.name':
      case 'organisation.short':
        return settings.get(key) || t('none')
      case 'organisation.logo':
        return t(settings.get(key) === '' ? 'none' : 'ownLogo')
      case 'organisation.accent':
        return t(`accent.${settings.get(key)}`)
      case 'organisation.contact': {
        const contact = settings.get(key)
        const filled = LOCALES.codes.filter((locale) => contact[locale] !== '')
        return filled.length === 0 ? t('none') : filled.map((locale) => LOCALE_NAMES[locale]).join(', ')
      }
      case 'organisation.languages':
        return settings
          .get(key)
          .map((locale) => LOCALE_NAMES[locale])
          .join(', ')
      case 'work.unseen':
        return t('words.unseen', settings.get(key))
      case 'work.review':
        return t('words.review', settings.get(key))
      case 'work.names':
        return t(`naming.${settings.get(key)}`)
      case 'setup.does':
        return settings
          .get(key)
          .map((kind) => t(`does.${kind}`))
          .join(', ')
      case 'signIn.idle':
        return t('words.idle', settings.get(key))
      case 'signIn.day':
        return t('words.hours', { count: settings.get(key) })
      case 'signIn.secondStep':
        return t(settings.get(key) ? 'words.everyone' : 'words.wide')
      case 'signIn.password':
        return t('words.characters', { count: settings.get(key) })
      case 'mail.server': {
        const server = settings.get(key)
        return server === null ? t('now.noMail') : `${server.host}:${server.port}`
      }
      case 'setup.steps':
        return ''
    }
  }
}

/** The shipped value, as it would be stored. */
export const shippedOf = (key: SettingKey): unknown => REGISTRY[key].shipped
