import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Flyout } from './flyout'
import type { Beginning } from './menu'

/** What one can begin, from wherever one is; on a phone it is in the bar below. */
export const NewMenu = ({ beginnings }: { beginnings: readonly Beginning[] }) => {
  const t = useTranslations('layout')
  const begin = useTranslations('menu.begin')
  if (beginnings.length === 0) return null
  return (
    <Flyout
      label={t('new')}
      triggerClass={buttonClass('quiet', 'small', 'bg-surface text-dense max-lg:hidden lg:min-h-9')}
      trigger={
        <>
          <Icon name="plus" className="size-4.5" />
          {t('new')}
        </>
      }
    >
      <ul className="grid">
        {beginnings.map(({ key, href, icon }) => (
          <li key={key}>
            <Link
              href={href}
              className="flex min-h-11 items-center gap-3 rounded px-2 text-ink no-underline hover:bg-sunken"
            >
              <Icon name={icon} className="size-5 text-accent" />
              {begin(key)}
            </Link>
          </li>
        ))}
      </ul>
    </Flyout>
  )
}
