import { useLocale, useTranslations } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import { FreeText } from '@/components/ui/free-text'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { CorrectionRow, ExtractRow } from '@/lib/rights/request.data'
import type { Day } from '@/lib/shared/dates'
import { AnswerCorrectionForm, CorrectionForm, ExtractForm } from './request-forms'

type Props = {
  readonly caseId: string
  readonly people: readonly { readonly value: string; readonly label: string }[]
  readonly extracts: readonly ExtractRow[]
  readonly corrections: readonly CorrectionRow[]
  readonly today: Day
}

/** What the person asked of what is kept of them: to be given it, and to have it put right. */
export const RequestsCard = ({ caseId, people, extracts, corrections, today }: Props) => {
  const t = useTranslations('rights.request')
  const locale = useLocale()
  const nameOf = (id: string) => people.find(({ value }) => value === id)?.label ?? ''
  return (
    <>
      <Section title={t('extractTitle')}>
        <p className="text-sm text-muted">{t('extractWhat')}</p>
        <ul>
          {extracts.map(({ id, personId, askedOn, by, words }) => (
            <li key={id} className="border-b border-hair py-2.5">
              <Link
                href={`/rights/extracts/${id}`}
                className="inline-flex min-h-11 items-center text-link underline"
              >
                <span dir="auto">{t('extractOf', { name: nameOf(personId) })}</span>
              </Link>
              <p className="text-sm text-muted">
                {t('by', { name: by, on: formatTime(locale, askedOn, 'day') })}
              </p>
              <FreeText text={words} />
            </li>
          ))}
        </ul>
        <Fold label={t('make')}>
          <ExtractForm caseId={caseId} people={people} today={today} />
        </Fold>
      </Section>
      <Section title={t('correctionTitle')}>
        <p className="text-sm text-muted">{t('correctionWhat')}</p>
        <ul>
          {corrections.map(({ id, personId, askedOn, answerBy, state, words, answer }) => (
            <li key={id} className="border-b border-hair py-2.5">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <strong dir="auto">{nameOf(personId)}</strong>
                <Tag kind={state === 'asked' ? (answerBy < today ? 'danger' : 'late') : 'done'}>
                  {t(`state.${state}`)}
                </Tag>
              </p>
              <FreeText text={words} />
              <p className="text-sm text-muted">
                {t('asked', {
                  on: formatTime(locale, askedOn, 'day'),
                  until: formatTime(locale, answerBy, 'day'),
                })}
              </p>
              {answer === null ? (
                <Fold label={t('answer')}>
                  <AnswerCorrectionForm caseId={caseId} correctionId={id} />
                </Fold>
              ) : (
                <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
                  {answer.words}{' '}
                  <span className="text-sm text-muted">
                    ({answer.by}, {formatTime(locale, answer.at, 'day')})
                  </span>
                </p>
              )}
            </li>
          ))}
        </ul>
        <Fold label={t('keep')}>
          <CorrectionForm caseId={caseId} people={people} today={today} />
        </Fold>
      </Section>
    </>
  )
}
