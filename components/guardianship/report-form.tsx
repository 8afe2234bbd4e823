'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { recordGuardianship } from '@/lib/guardianship/event.actions'
import type { EventFields } from '@/lib/guardianship/event.view'
import { SHEET_PARTS } from '@/lib/guardianship/vocabulary.rules'

/** What the file does not know: each part has a line of its own, and what stays empty says so on the paper. */
export const ReportForm = ({ fields, needs }: { fields: EventFields; needs: readonly string[] }) => {
  const t = useTranslations('guardianship.report')
  const hint = {
    reasons: t('hint.reasons'),
    doubts: t('hint.doubts'),
    urgent: needs.length === 0 ? t('hint.urgent') : t('hint.needs', { needs: needs.join(', ') }),
  }
  return (
    <Form
      schema={() => import('@/lib/guardianship/event.schema').then((room) => room.eventSchema)}
      defaultValues={fields}
      action={recordGuardianship}
      draftKey={`guardianship:report:${fields.caseId}:${fields.personId}:${fields.replaces}`}
    >
      {SHEET_PARTS.codes.map((part) => (
        <TextArea
          key={part}
          name={`sheet.${part}`}
          label={t(part)}
          {...(part === 'reasons' || part === 'doubts' || part === 'urgent' ? { hint: hint[part] } : {})}
          rows={2}
          dir="auto"
        />
      ))}
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
