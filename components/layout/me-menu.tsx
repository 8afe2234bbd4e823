import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { DiscreetSwitch } from './discreet-switch'
import { Flyout } from './flyout'
import { LanguageSwitch } from './language-switch'
import { SignOutButton } from './sign-out-button'
import type { Theme } from './theme'
import { ThemeSwitch } from './theme-switch'

/** Who is signed in, how the application looks and speaks, and the way out. */
export const MeMenu = ({
  name,
  theme,
  isDiscreet,
  canKeep,
  canDecide,
}: {
  name: string
  theme: Theme
  isDiscreet: boolean
  canKeep: boolean
  /** This colleague is asked who is let into files. */
  canDecide: boolean
}) => {
  const t = useTranslations('layout')
  return (
    <Flyout
      label={t('me')}
      triggerClass="inline-flex size-11 items-center justify-center rounded-full text-rail-ink hover:bg-rail-active lg:text-muted lg:hover:bg-sunken"
      trigger={
        <>
          <Icon name="me" className="size-6.5" />
          <span className="sr-only">{t('me')}</span>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="border-b border-hair pb-3">
          <span className="block text-sm text-muted">{t('signedInAs')}</span>
          <bdi className="font-semibold">{name}</bdi>
          <Link href="/accounts/me" prefetch={false} className="block py-1">
            {t('myAccount')}
          </Link>
          {canKeep ? (
            <Link href="/drafts" prefetch={false} className="block py-1">
              {t('myTexts')}
            </Link>
          ) : null}
          {canDecide ? (
            <Link href="/circles" prefetch={false} className="block py-1">
              {t('myCircles')}
            </Link>
          ) : null}
        </p>
        <LanguageSwitch />
        <ThemeSwitch theme={theme} />
        <DiscreetSwitch isDiscreet={isDiscreet} />
        <SignOutButton canKeep={canKeep} />
      </div>
    </Flyout>
  )
}
