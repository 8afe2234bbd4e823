import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** The way back to the list of visits, above the heading of a page. */
export const BackToVisits = () => {
  const t = useTranslations('detention')
  return (
    <Link
      href="/detention"
      prefetch={false}
      data-print="no"
      className="inline-flex min-h-11 items-center gap-1"
    >
      <Icon name="back" />
      {t('back')}
    </Link>
  )
}
