import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { GlassForm } from './glass-form'

/** The page to open a file in an emergency: the same for everyone and every code. */
export const GlassPage = () => {
  const t = useTranslations('circles')
  return (
    <div className="grid max-w-2xl gap-4">
      <div className="-mb-4">
        <BackLink href="/circles">{t('title')}</BackLink>
        <PageTitle title={t('glass.title')}>{t('glass.what')}</PageTitle>
      </div>
      <Card as="section" label={t('glass.title')}>
        <ul className="mb-5 list-disc ps-5">
          <li>{t('glass.rule.read')}</li>
          <li>{t('glass.rule.told')}</li>
          <li>{t('glass.rule.answered')}</li>
          <li>{t('glass.rule.limit')}</li>
        </ul>
        <GlassForm />
      </Card>
    </div>
  )
}
