import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { IntakeData } from '@/lib/cases/intake.data'
import { IntakeForm } from './intake-form'

export const IntakePage = ({ data }: { data: IntakeData }) => {
  const t = useTranslations('people')
  return (
    <div className="grid max-w-3xl gap-4">
      <h1>{t('intake.title')}</h1>
      <p className="text-muted">{t('intake.what')}</p>
      <Card>
        <IntakeForm data={data} />
      </Card>
    </div>
  )
}
