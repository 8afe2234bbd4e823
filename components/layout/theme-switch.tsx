import { useTranslations } from 'next-intl'
import { DISCREET, DISCREET_COOKIE } from '@/lib/shared/cookie.rules'
import { Preference } from './preference'
import { THEME_COOKIE, THEMES, type Theme } from './theme'

/** Light, dark, or as the device has it; and people in lists by initials, where others see the screen. */
export const ThemeSwitch = ({ theme, isDiscreet }: { theme: Theme; isDiscreet: boolean }) => {
  const t = useTranslations('layout')
  return (
    <>
      <Preference
        legend={t('theme')}
        name={THEME_COOKIE}
        chosen={theme}
        options={THEMES.codes.map((value) => ({ value, label: t(`themes.${value}`) }))}
      />
      <Preference
        legend={t('discreet.title')}
        name={DISCREET_COOKIE}
        chosen={isDiscreet ? DISCREET : '0'}
        options={[
          { value: '0', label: t('discreet.names') },
          { value: DISCREET, label: t('discreet.initials') },
        ]}
      />
    </>
  )
}
