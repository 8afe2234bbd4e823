import { useLocale, useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { PageTitle } from '@/components/layout/page-title'
import { Notice } from '@/components/ui/notice'
import { formatTime } from '@/components/ui/time'
import { BackToWeek } from './back-to-week'
import { NewPlanForm } from './new-plan-form'

export const NewPlanPage = (form: ComponentProps<typeof NewPlanForm>) => {
  const t = useTranslations('planning')
  const locale = useLocale()
  const day = form.fields.onDate
  return (
    <>
      <PageTitle
        title={t('newTitle')}
        heading={t('planTitle', { centre: form.props.centre.label, day: formatTime(locale, day, 'weekday') })}
        above={<BackToWeek day={day} />}
      />
      {form.teams.length === 0 ? (
        <Notice kind="late">
          <p>{t('noTeam')}</p>
        </Notice>
      ) : (
        <NewPlanForm {...form} />
      )}
    </>
  )
}
