import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Flyout } from './flyout'
import { URGENT_NUMBERS } from './urgent-numbers'

/** On every page, in the same place. */
export const UrgentHelp = () => {
  const t = useTranslations('layout')
  return (
    <Flyout
      label={t('urgentHelp')}
      triggerClass="inline-flex min-h-11 items-center gap-2 rounded-full border border-danger-edge bg-surface px-3.5 text-sm font-semibold whitespace-nowrap text-danger hover:bg-danger-soft"
      trigger={
        <>
          <Icon name="phone" className="size-4.5 sm:hidden" />
          <span className="max-sm:sr-only">{t('urgentHelp')}</span>
        </>
      }
    >
      <h2 className="text-h3">{t('urgentHelp')}</h2>
      <ul className="mt-1">
        {URGENT_NUMBERS.map(({ key, shown, dialled }) => (
          <li key={key} className="border-t border-hair py-2.5 first:border-t-0">
            <a href={`tel:${dialled}`} className="num inline-block py-0.5 text-h2 font-semibold text-danger">
              <bdi>{shown}</bdi>
            </a>
            <span className="block">{t(`help.${key}.who`)}</span>
            <span className="block text-sm text-muted">{t(`help.${key}.when`)}</span>
          </li>
        ))}
      </ul>
    </Flyout>
  )
}
