import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'

/** The way back to all hand-overs, above the heading of a page. */
export const BackToHandovers = () => {
  const t = useTranslations('handovers')
  return <BackLink href="/handovers">{t('all')}</BackLink>
}
