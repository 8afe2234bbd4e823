'use client'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { Chip, Chips } from '@/components/ui/chip'
import { useIsLive } from '@/components/ui/use-is-live'
import { LOCALE_COOKIE, LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import { setPreferenceCookie } from './preference-cookie'

/** The four languages, each by its own name. What is typed on the page stays. */
export const LanguageSwitch = () => {
  const t = useTranslations('layout')
  const router = useRouter()
  const isLive = useIsLive()
  const current = useLocale()
  return (
    <fieldset disabled={!isLive}>
      <legend className="pb-1.5 text-sm text-muted">{t('language')}</legend>
      <Chips>
        {LOCALES.codes.map((locale) => (
          <Chip
            key={locale}
            type="radio"
            name="locale"
            lang={locale}
            checked={locale === current}
            onChange={() => {
              setPreferenceCookie(LOCALE_COOKIE, locale)
              router.refresh()
            }}
          >
            <span lang={locale}>{LOCALE_NAMES[locale]}</span>
          </Chip>
        ))}
      </Chips>
    </fieldset>
  )
}
