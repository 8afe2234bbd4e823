import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'

/** The way back to the list of visits, above the heading of a page. */
export const BackToVisits = () => {
  const t = useTranslations('detention')
  return <BackLink href="/detention">{t('back')}</BackLink>
}
