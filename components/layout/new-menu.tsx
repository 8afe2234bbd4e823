import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Flyout } from './flyout'
import type { Beginning } from './menu'

/** What one can begin, from wherever one is. */
export const NewMenu = ({ beginnings }: { beginnings: readonly Beginning[] }) => {
  const t = useTranslations('layout')
  if (beginnings.length === 0) return null
  return (
    <Flyout
      label={t('new')}
      triggerClass={buttonClass(
        'primary',
        'normal',
        'max-sm:px-3 max-lg:border-rail-active max-lg:bg-rail-active max-lg:text-rail-ink',
      )}
      trigger={
        <>
          <span aria-hidden="true">+</span> <span className="max-[27rem]:sr-only">{t('new')}</span>
        </>
      }
    >
      <ul className="grid">
        {beginnings.map(({ key, href, icon }) => (
          <li key={key}>
            <Link
              href={href}
              prefetch={false}
              className="flex min-h-11 items-center gap-3 rounded px-2 text-ink no-underline hover:bg-sunken"
            >
              <Icon name={icon} className="size-5 text-accent" />
              {t(`begin.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Flyout>
  )
}
