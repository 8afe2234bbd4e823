import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** The way back to all hand-overs, above the heading of a page. */
export const BackToHandovers = () => {
  const t = useTranslations('handovers')
  return (
    <Link
      href="/handovers"
      prefetch={false}
      data-print="no"
      className="inline-flex min-h-11 items-center gap-1"
    >
      <Icon name="back" />
      {t('all')}
    </Link>
  )
}
