'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Chip, Chips } from '@/components/ui/chip'
import { useIsLive } from '@/components/ui/use-is-live'
import { DISCREET, DISCREET_COOKIE } from '@/lib/shared/cookie.rules'
import { setPreferenceCookie } from './preference-cookie'
import { THEME_COOKIE, THEMES, type Theme } from './theme'

/** Light, dark, or as the device has it; and people in lists by initials, where others see the screen. Both stay on this device. */
export const ThemeSwitch = ({ theme, isDiscreet }: { theme: Theme; isDiscreet: boolean }) => {
  const t = useTranslations('layout')
  const router = useRouter()
  const isLive = useIsLive()
  const choose = (next: Theme): void => {
    setPreferenceCookie(THEME_COOKIE, next)
    document.documentElement.dataset.theme = next
  }
  return (
    <fieldset disabled={!isLive}>
      <legend className="pb-1.5 text-sm text-muted">{t('theme')}</legend>
      <Chips>
        {THEMES.codes.map((option) => (
          <Chip
            key={option}
            type="radio"
            name="theme"
            defaultChecked={option === theme}
            onChange={() => choose(option)}
          >
            {t(`themes.${option}`)}
          </Chip>
        ))}
        <Chip
          defaultChecked={isDiscreet}
          onChange={({ target }) => {
            setPreferenceCookie(DISCREET_COOKIE, target.checked ? DISCREET : null)
            router.refresh()
          }}
        >
          {t('discreet')}
        </Chip>
      </Chips>
    </fieldset>
  )
}
