import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import type { FormAction } from '@/components/forms/reply'
import { Fold } from '@/components/ui/fold'
import { Folds, Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import { keepOwnAnswer, saveOwnAnswers } from '@/lib/fields/answer.actions'
import type { OwnPart } from '@/lib/fields/own-part.data'
import { toFormFields } from '@/lib/fields/own-part.view'
import { AnswersFold } from './answers-fold'
import { useFieldLabels } from './field-labels'

/** What an organisation asks besides, in one part of a file, of one person in it, of one conversation or of one visit: the answers, what is still wanted, and the form. */
export const OwnFields = ({
  part,
  of,
  canEdit,
  save = saveOwnAnswers,
}: {
  part: OwnPart
  /** Whose they are, where several people stand in the file. */
  of?: string
  canEdit: boolean
  /** Who may answer, and what the audit log says of it, differ by what is asked of. */
  save?: FormAction<unknown>
}) => {
  const t = useTranslations('fields')
  const labels = useFieldLabels(part.choices)
  const { fields, shown, missing, earlier, whose, caseId } = part
  if (fields.length === 0 && shown.length === 0 && earlier.length === 0) return null
  const title = of === undefined ? t('title') : t('titleOf', { name: of })
  const answered = shown.filter(({ current }) => current.length > 0)
  return (
    <Section title={title} label={title}>
      {answered.length === 0 ? (
        <p className="text-dense text-muted">{t('nothingAnswered')}</p>
      ) : (
        <dl className="grid grid-cols-[minmax(6rem,30%)_minmax(0,1fr)] gap-x-4 gap-y-1 text-dense">
          {answered.map(({ field, current, isAsked }) => (
            <div key={field.id} className="contents">
              <dt className="text-muted">
                {labels.name(field)}
                {isAsked ? null : <span className="block text-sm">{t('noLongerAsked')}</span>}
              </dt>
              <dd className="min-w-0">
                {current.map((one) => (
                  <div key={one.id} className="flex flex-wrap items-baseline gap-x-3">
                    <bdi className="wrap-anywhere whitespace-pre-line">
                      {labels.answer(field, one.answer, one.edition)}
                    </bdi>
                    {current.length < 2 || !canEdit || whose.owner !== 'person' || caseId === null ? null : (
                      <ActionButton
                        action={keepOwnAnswer}
                        input={{ caseId, personId: whose.id, answerId: one.id }}
                      >
                        {t('keepThis')}
                        <span className="sr-only">: {labels.answer(field, one.answer, one.edition)}</span>
                      </ActionButton>
                    )}
                  </div>
                ))}
                {current.length < 2 ? null : <p className="text-sm text-muted">{t('twoAnswers')}</p>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {missing.length === 0 ? null : (
        <p className="pt-1.5 text-sm text-muted">
          {t('missing', { fields: missing.map((field) => labels.name(field)).join(', ') })}
        </p>
      )}
      <Folds>
        {canEdit && fields.length > 0 ? (
          <AnswersFold
            label={t(answered.length === 0 ? 'fillIn' : 'change')}
            of={title}
            action={save}
            caseId={caseId}
            whose={whose}
            version={part.version}
            fields={fields}
            typed={toFormFields(part)}
            elsewhere={part.elsewhere}
            isMinor={part.isMinor}
            choices={part.choices}
          />
        ) : null}
        {earlier.length === 0 ? null : (
          <Fold label={t('earlier', { count: earlier.length })} of={title}>
            <ul className="grid gap-1.5 text-dense">
              {earlier.map(({ field, given }) => {
                const then = labels.name(field, given.edition)
                const now = labels.name(field)
                return (
                  <li key={given.id}>
                    <span className="text-muted">
                      {then}
                      {then === now ? '' : ` (${t('nowCalled', { name: now })})`}:{' '}
                    </span>
                    <bdi className="wrap-anywhere">{labels.answer(field, given.answer, given.edition)}</bdi>{' '}
                    <span className="text-sm text-muted">
                      {t('stood', {
                        from: formatTime(labels.locale, given.at, 'day'),
                        until: formatTime(labels.locale, given.withdrawn?.at ?? given.at, 'day'),
                      })}
                      {given.by === null ? '' : ` · ${given.by}`}
                    </span>
                  </li>
                )
              })}
            </ul>
          </Fold>
        )}
      </Folds>
    </Section>
  )
}
