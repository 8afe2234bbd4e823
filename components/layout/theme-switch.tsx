'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Chip, Chips } from '@/components/ui/chip'
import { useIsLive } from '@/components/ui/use-is-live'
import { setPreferenceCookie } from './preference-cookie'
import { THEME_COOKIE, THEMES, type Theme } from './theme'

/** Light, dark, or as the device has it. */
export const ThemeSwitch = ({ theme }: { theme: Theme }) => {
  const t = useTranslations('layout')
  const isLive = useIsLive()
  const [chosen, setChosen] = useState(theme)
  const choose = (next: Theme): void => {
    setChosen(next)
    setPreferenceCookie(THEME_COOKIE, next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
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
            checked={option === chosen}
            onChange={() => choose(option)}
          >
            {t(`themes.${option}`)}
          </Chip>
        ))}
      </Chips>
    </fieldset>
  )
}
