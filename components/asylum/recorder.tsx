import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RecorderCard } from '@/components/forms/recorder-card'
import type { AsylumPart } from '@/lib/asylum/asylum-page.data'
import { RECORDED_KINDS } from '@/lib/asylum/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { EventForm } from './event-form'

export const Recorder = ({
  caseId,
  href,
  form,
  ways,
  today,
  help,
}: {
  caseId: string
  href: string
  form: AsylumPart['form']
  ways: AsylumPart['ways']
  today: Day
  help: ReactNode
}) => {
  const t = useTranslations('asylum')
  const isCorrection = form !== null && form.fields.replaces !== ''
  const name = form === null ? null : t(`kind.${form.kind}`)
  return (
    <RecorderCard
      caseId={caseId}
      texts={{ record: t('record'), choose: t('chooseKind'), none: t('choose'), goOn: t('goOn') }}
      kinds={RECORDED_KINDS.codes.map((value) => ({ value, label: t(`kind.${value}`) }))}
      chosen={isCorrection ? '' : (form?.kind ?? '')}
      title={isCorrection && name !== null ? t('correctTitle', { event: name }) : name}
    >
      {help}
      {form === null ? null : (
        <EventForm
          key={`${form.kind}${form.fields.replaces}`}
          fields={form.fields}
          answerable={form.answerable}
          ways={ways.map(({ application: { id, way, sequence } }) => ({ id, way, sequence }))}
          doneHref={href}
          today={today}
        />
      )}
    </RecorderCard>
  )
}
