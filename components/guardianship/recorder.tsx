import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { RecorderCard } from '@/components/forms/recorder-card'
import { NOTIFICATIONS } from '@/lib/deadlines/notification.rules'
import type { GuardianshipPart } from '@/lib/guardianship/guardianship-page.data'
import { CHOSEN_KINDS } from '@/lib/guardianship/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { EventForm } from './event-form'
import { useGuardianshipLabels } from './guardianship-labels'

export const Recorder = ({
  caseId,
  href,
  part: { form, minors, words },
  today,
  help,
}: {
  caseId: string
  href: string
  part: Pick<GuardianshipPart, 'form' | 'minors' | 'words'>
  today: Day
  help: ReactNode
}) => {
  const t = useTranslations('guardianship')
  const tc = useTranslations('cases')
  const { choices, named } = useGuardianshipLabels(words)
  const { t: td } = useDeadlineLabels()
  const isCorrection = form !== null && form.fields.replaces !== ''
  const name = form === null ? null : t(`kind.${form.kind}`)
  return (
    <RecorderCard
      caseId={caseId}
      texts={{ record: t('record'), choose: t('chooseKind'), none: t('field.none'), goOn: t('goOn') }}
      kinds={CHOSEN_KINDS.codes.map((value) => ({ value, label: t(`kind.${value}`) }))}
      chosen={isCorrection ? '' : (form?.kind ?? '')}
      title={isCorrection && name !== null ? t('correctTitle', { event: name }) : name}
    >
      {help}
      {form === null ? null : (
        <EventForm
          key={`${form.kind}${form.fields.replaces}${form.fields.personId}`}
          fields={form.fields}
          choices={{
            ...choices(form.kind),
            notification: NOTIFICATIONS.codes.map((value) => ({ value, label: td(`notification.${value}`) })),
          }}
          answerable={form.answerable.map((row) => ({ value: row.id, label: named(row) }))}
          people={
            isCorrection
              ? []
              : minors.map(({ person }) => ({ value: person.id, label: person.name || tc('noName') }))
          }
          doneHref={href}
          today={today}
        />
      )}
    </RecorderCard>
  )
}
