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
          <Icon name="plus" />
          {t('new')}
        </>
      }
    >
      <ul className="grid">
        {beginnings.map(({ key, href, icon }) => (
          <li key={key}>
            <Link href={href} className="more-entry">
              <Icon name={icon} />
              {begin(key)}
            </Link>
          </li>
        ))}
      </ul>
    </Flyout>
  )
}
