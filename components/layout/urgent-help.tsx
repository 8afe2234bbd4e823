import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Flyout } from './flyout'
import { URGENT_NUMBERS } from './urgent-numbers'

/**
 * On every page, in the same place.
 * @param canBreak may open a file in an emergency
 */
export const UrgentHelp = ({ canBreak }: { canBreak: boolean }) => {
  const t = useTranslations('layout')
  const page = useTranslations('menu.page')
  return (
    <Flyout
      label={t('urgentHelp')}
      triggerClass="inline-flex h-11 w-10 shrink-0 items-center justify-center gap-2 rounded text-dense font-semibold whitespace-nowrap text-rail-ink hover:bg-rail-active max-[22rem]:w-9 lg:h-9 lg:w-auto lg:border lg:border-danger-edge lg:bg-surface lg:px-3 lg:text-danger lg:hover:bg-danger-soft"
      trigger={
        <>
          <Icon name="phone" className="size-5.5 lg:size-4.5" />
          <span className="max-lg:sr-only">{t('urgentHelp')}</span>
        </>
      }
    >
      <h2 className="text-h3">{t('urgentHelp')}</h2>
      <ul className="urgent-list">
        {URGENT_NUMBERS.map(({ key, shown, dialled }) => (
          <li key={key}>
            <a href={`tel:${dialled}`}>
              <bdi>{shown}</bdi>
            </a>
            <span>{t(`help.${key}.who`)}</span>
            <span>{t(`help.${key}.when`)}</span>
          </li>
        ))}
      </ul>
      {canBreak ? (
        <Link href="/circles/emergency" className="flex min-h-11 items-center border-t border-hair pt-1">
          {page('glass')}
        </Link>
      ) : null}
    </Flyout>
  )
}
