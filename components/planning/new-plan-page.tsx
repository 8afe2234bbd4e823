import { useLocale, useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { PageTitle } from '@/components/layout/page-title'
import { Notice } from '@/components/ui/notice'
import { formatTime } from '@/components/ui/time'
import { BackToWeek } from './back-to-week'
import { NewPlanForm } from './new-plan-form'

export const NewPlanPage = ({
  about,
  ...form
}: ComponentProps<typeof NewPlanForm> & {
  /** What the reference data says of the centre; another room draws it. */
  about: ReactNode
}) => {
  const t = useTranslations('planning')
  const locale = useLocale()
  const day = form.fields.onDate
  return (
    <>
      <PageTitle
        title={t('newTitle')}
        heading={
          <span className="max-sm:text-h2">
            {t('planTitle', { centre: form.props.centre.label, day: formatTime(locale, day, 'weekday') })}
          </span>
        }
        above={<BackToWeek day={day} />}
      />
      {form.teams.length === 0 ? (
        <Notice kind="late">
          <p>{t('noTeam')}</p>
        </Notice>
      ) : (
        <>
          <div className="mb-4">{about}</div>
          <NewPlanForm {...form} />
        </>
      )}
    </>
  )
}
