import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'

/** The way back to the week of a day, above the heading of a page. */
export const BackToWeek = ({ day }: { day?: string }) => {
  const t = useTranslations('planning')
  return <BackLink href={day === undefined ? '/planning' : `/planning?week=${day}`}>{t('back')}</BackLink>
}
