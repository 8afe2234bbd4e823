import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { Flyout } from './flyout'
import { LanguageSwitch } from './language-switch'
import type { Listed } from './menu'
import { usePageName } from './page-name'
import { SignOutButton } from './sign-out-button'
import type { Theme } from './theme'
import { ThemeSwitch } from './theme-switch'

/** By which the menu of a phone opens it too. */
export const ME = 'account'

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => [...word].slice(0, 1))
    .filter((_letter, at, all) => at === 0 || at === all.length - 1)
    .join('')
    .toLocaleUpperCase()

/** Who is signed in, the pages about their own work, how the application looks and speaks, and the way out. */
export const MeMenu = ({
  name,
  theme,
  isDiscreet,
  own,
  canKeep,
}: {
  name: string
  theme: Theme
  isDiscreet: boolean
  own: readonly Listed[]
  canKeep: boolean
}) => {
  const t = useTranslations('layout')
  const nameOf = usePageName()
  return (
    <Flyout
      id={ME}
      label={t('me')}
      triggerClass="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft text-sm font-semibold text-accent max-lg:hidden"
      trigger={
        <>
          <span aria-hidden="true" translate="no">
            {initialsOf(name)}
          </span>
          <span className="sr-only">{t('me')}</span>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="border-b border-hair pb-3">
          <p>
            <span className="block text-sm text-muted">{t('signedInAs')}</span>
            <bdi className="font-semibold">{name}</bdi>
          </p>
          <ul className="mt-1 *:*:flex *:*:min-h-11 *:*:items-center *:*:py-1 lg:*:*:min-h-8">
            {own.map((page) => (
              <li key={page.key}>
                <Link href={page.href}>{nameOf(page.key)}</Link>
              </li>
            ))}
          </ul>
        </div>
        <LanguageSwitch />
        <ThemeSwitch theme={theme} isDiscreet={isDiscreet} />
        <SignOutButton canKeep={canKeep} />
      </div>
    </Flyout>
  )
}
