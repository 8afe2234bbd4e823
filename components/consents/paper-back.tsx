import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'

export const PaperBack = ({ href }: { href: string }) => {
  const t = useTranslations('consents')
  return <BackLink href={href}>{t('title')}</BackLink>
}
