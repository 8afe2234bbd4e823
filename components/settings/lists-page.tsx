import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import type { ListLine } from '@/lib/lists/lists-page.data'
import { SettingsFrame } from './frame'

/** The lists that an organisation may shape. */
export const ListsPage = ({ lines }: { lines: readonly ListLine[] }) => {
  const t = useTranslations('settings.lists')
  return (
    <SettingsFrame page="lists">
      <ul>
        {lines.map(({ list, changed, finer }) => (
          <li key={list} className="border-b border-hair">
            <Link
              href={`/settings/lists/${list}`}
              className="grid min-h-12 grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 py-1.5 no-underline hover:bg-sunken"
            >
              <span className="font-semibold">{t(`name.${list}`)}</span>
              <span className="text-dense text-muted">
                {[
                  ...(changed > 0 ? [t('changed', { count: changed })] : []),
                  ...(finer > 0 ? [t('finer', { count: finer })] : []),
                ].join(' · ')}
              </span>
              <Icon name="forward" className="size-4.5 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </SettingsFrame>
  )
}
