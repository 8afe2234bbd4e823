import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** The way back to the week of a day, above the heading of a page. */
export const BackToWeek = ({ day }: { day?: string }) => {
  const t = useTranslations('planning')
  return (
    <Link
      href={day === undefined ? '/planning' : `/planning?week=${day}`}
      prefetch={false}
      data-print="no"
      className="inline-flex min-h-11 items-center gap-1"
    >
      <Icon name="back" />
      {t('back')}
    </Link>
  )
}
