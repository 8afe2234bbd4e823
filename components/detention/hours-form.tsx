'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { ProjectField } from '@/components/projects/project-field'
import { editVisitHours } from '@/lib/detention/visit.actions'
import { ACCESS } from '@/lib/detention/visit.rules'
import type { VisitHoursForm } from '@/lib/detention/visit.schema'
import { type Project, projectName } from '@/lib/projects/project.rules'
import { HoursFields } from './visit-header-fields'

/** Corrects when one was there, how one was let in and who pays for it. Two who correct at once see both versions. */
export const HoursForm = ({
  hours,
  projects,
}: {
  hours: VisitHoursForm
  /** What may be chosen. */
  projects: readonly Pick<Project, 'id' | 'name'>[]
}) => {
  const t = useTranslations('detention')
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center font-semibold text-accent">
        {t('sheet.correct')}
      </summary>
      <div className="pb-4">
        <Form
          schema={() => import('@/lib/detention/visit.schema').then((room) => room.visitHoursSchema)}
          defaultValues={hours}
          action={editVisitHours}
          showValue={(name, value) => {
            if (name === 'access') return t(`access.${ACCESS.read(value)}`)
            if (name === 'projectId') return projectName(projects, value) ?? '–'
            return typeof value === 'string' && value !== '' ? value : '–'
          }}
        >
          <HoursFields />
          <ProjectField projects={projects} />
          <FormFooter>{t('sheet.save')}</FormFooter>
        </Form>
      </div>
    </details>
  )
}
