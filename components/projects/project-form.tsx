'use client'
import { useTranslations } from 'next-intl'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { saveProject } from '@/lib/projects/project.actions'
import type { ProjectInput } from '@/lib/projects/project.schema'

/** A project or fund, new or as it is known. */
export const ProjectForm = ({ fields }: { fields: ProjectInput }) => {
  const t = useTranslations('projects')
  return (
    <Form
      schema={() => import('@/lib/projects/project.schema').then((room) => room.projectSchema)}
      defaultValues={fields}
      action={saveProject}
      draftKey={`project:${fields.projectId}`}
    >
      <TextField name="name" label={t('field.name')} hint={t('field.nameHint')} dir="auto" />
      <TextField name="funder" label={t('field.funder')} dir="auto" />
      <div className="flex flex-wrap gap-x-8 gap-y-5">
        <DateField name="from" label={t('field.from')} />
        <DateField name="until" label={t('field.until')} />
      </div>
      <FormFooter>{t(fields.projectId === '' ? 'add' : 'save')}</FormFooter>
    </Form>
  )
}
