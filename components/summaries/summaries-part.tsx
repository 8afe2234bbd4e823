import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useConsentLabels } from '@/components/consents/consent-labels'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { FreeText } from '@/components/ui/free-text'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { recipientOf } from '@/lib/consents/cover.rules'
import { LOCALE_NAMES, type Locale } from '@/lib/i18n/locales'
import type { Agreed } from '@/lib/summaries/ground.data'
import { agreedRecipients } from '@/lib/summaries/ground.rules'
import { LEVEL_FOR, type Section, SUMMARY_AUDIENCES, type SummaryAudience } from '@/lib/summaries/level.rules'
import type { Summary } from '@/lib/summaries/summary.data'
import { LevelTable } from './level-table'
import { SummaryForm } from './summary-form'

type Props = {
  readonly caseId: string
  /** The address of this page. */
  readonly href: string
  /** For whom, once it is chosen. */
  readonly audience: SummaryAudience | null
  readonly made: readonly Summary[]
  readonly agreed: Agreed
  readonly fileKind: string
  /** Where a person’s answer is written down; null where nothing leaves the organisation. */
  readonly ask: ReactNode
  readonly now: Date
  /** Sections of which the organisation asks nothing. */
  readonly unasked: readonly Section[]
  /** The reader's own, proposed for the sheet. */
  readonly language: Locale
}

/** First for whom, which decides the level; then what stands on the sheet; then every one that was made before. */
export const SummariesPart = ({
  caseId,
  href,
  audience,
  made,
  language,
  agreed,
  fileKind,
  ask,
  now,
  unasked,
}: Props) => {
  const t = useTranslations('summaries')
  return (
    <div className="grid max-w-prose gap-8">
      <section aria-labelledby="summary" className="grid gap-4 print:hidden">
        <div>
          <h2 id="summary">{t('title')}</h2>
          <p className="mt-1 text-muted">{t('what')}</p>
        </div>
        <nav aria-label={t('forWhom')}>
          <ul className="grid gap-2 sm:grid-cols-2">
            {SUMMARY_AUDIENCES.codes.map((one) => (
              <li key={one} className="grid">
                <Link
                  href={`${href}&for=${one}`}
                  {...(one === audience ? { 'aria-current': 'true' as const } : {})}
                  className="rounded border border-edge bg-surface px-4 py-3 text-ink no-underline hover:border-accent aria-[current]:border-2 aria-[current]:border-accent"
                >
                  <span className="block font-semibold">{t(`audience.${one}`)}</span>
                  <span className="block text-sm text-muted">{t(`levelSays.${LEVEL_FOR[one]}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {audience === null ? null : (
          <Card as="section" label={t(`heading.${audience}`)}>
            <h3>{t(`heading.${audience}`)}</h3>
            <LevelTable level={LEVEL_FOR[audience]} />
            {ask === null ? null : (
              <Fold
                key={agreed.consents.length}
                label={t('ground.ask')}
                isOpen={agreedRecipients(agreed.consents).length === 0}
              >
                <div className="mb-6 border-b border-hair pb-6">{ask}</div>
              </Fold>
            )}
            <SummaryForm
              // A new answer is chosen at once.
              key={`${audience} ${agreed.consents.length}`}
              caseId={caseId}
              audience={audience}
              language={language}
              agreed={agreed}
              fileKind={fileKind}
              now={now}
              unasked={unasked}
            />
          </Card>
        )}
      </section>
      <Made made={made} agreed={agreed} />
    </div>
  )
}

const Made = ({ made, agreed }: { made: readonly Summary[]; agreed: Agreed }) => {
  const labels = useConsentLabels(agreed.recipients)
  const t = useTranslations('summaries')
  const format = useFormatter()
  const toWhom = (recipient: string | null): string => {
    const row = agreed.consents.find((one) => recipientOf(one) === recipient)
    return row === undefined ? '' : labels.recipient(row)
  }
  return (
    <section aria-labelledby="made">
      <h2 id="made">{t('made')}</h2>
      {made.length === 0 ? <p className="mt-2 text-muted">{t('madeNone')}</p> : null}
      <ul className="mt-2 grid gap-2">
        {made.map(
          ({ id, code, audience, level, sections, language, words: forWhom, by, createdAt, ...rest }) => (
            <li key={id} data-print="whole" className="rounded border border-hair bg-surface px-4 py-3">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <Link href={`/summaries/${id}`} className="py-1 font-semibold">
                  {t(`heading.${audience}`)}
                </Link>
                <span className="code">{code}</span>
              </p>
              <p className="text-sm text-muted">
                {t.rich('madeBy', { name: by, on: () => <Time at={createdAt} style="moment" /> })}
              </p>
              <p className="text-sm">
                {t('madeOf', {
                  level: t(`level.${level}`),
                  sections: format.list(sections.map((section) => t(`section.${section}`))),
                  language: LOCALE_NAMES[language],
                })}
              </p>
              {rest.ground === null ? null : (
                <p dir="auto" className="text-sm whitespace-pre-wrap wrap-anywhere">
                  {t('ground.madeOn', {
                    ground: t(`ground.${rest.ground}`),
                    of: rest.ground === 'consent' ? toWhom(rest.recipient) : rest.reason,
                  })}
                </p>
              )}
              <FreeText text={forWhom} className="mt-1" />
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
