import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { NOTIFICATIONS } from '@/lib/deadlines/notification.rules'
import type { GuardianshipPart } from '@/lib/guardianship/guardianship-page.data'
import { CHOSEN_KINDS } from '@/lib/guardianship/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { EventForm } from './event-form'
import { useGuardianshipLabels } from './guardianship-labels'

/** First what happened, then what belongs to it: the choice is a plain form, so that it works before any script has come. */
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
  return (
    <Card as="section" label={t('record')} className="print:hidden">
      <div id="record" className="grid gap-4">
        <form autoComplete="off" method="get" action="#record" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="file" value={caseId} />
          <div className="grid min-w-0 grow gap-1 sm:max-w-md">
            <label htmlFor="event" className="font-semibold">
              {t('chooseKind')}
            </label>
            <select
              autoComplete="off"
              id="event"
              name="event"
              defaultValue={isCorrection ? '' : (form?.kind ?? '')}
              required
              className="min-h-11 w-full rounded border border-edge bg-surface px-3"
            >
              <option value="">{t('field.none')}</option>
              {CHOSEN_KINDS.codes.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind.${kind}`)}
                </option>
              ))}
            </select>
          </div>
          <Button type="submit" kind="quiet">
            {t('goOn')}
          </Button>
        </form>
        {form === null ? null : (
          <div>
            <h3 className="mb-3">
              {isCorrection ? t('correctTitle', { event: t(`kind.${form.kind}`) }) : t(`kind.${form.kind}`)}
            </h3>
            {help}
            <EventForm
              key={`${form.kind}${form.fields.replaces}${form.fields.personId}`}
              fields={form.fields}
              choices={{
                ...choices(form.kind),
                notification: NOTIFICATIONS.codes.map((value) => ({
                  value,
                  label: td(`notification.${value}`),
                })),
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
          </div>
        )}
      </div>
    </Card>
  )
}
