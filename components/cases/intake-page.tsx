import { useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import type { IntakeData } from '@/lib/cases/intake.data'
import { countryChoices, languageChoices } from '@/lib/people/country-list.rules'
import { IntakeForm, type KnownBefore } from './intake-form'

export const IntakePage = ({ data, known }: { data: IntakeData; known: KnownBefore | null }) => {
  const t = useTranslations('people')
  const locale = useLocale()
  return (
    <div className="max-w-4xl">
      <PageTitle title={t('intake.title')}>{t('intake.what')}</PageTitle>
      <IntakeForm
        data={data}
        known={known}
        countries={countryChoices(locale)}
        languages={languageChoices(locale)}
      />
    </div>
  )
}
