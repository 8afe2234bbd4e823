import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { PersonName } from '@/components/people/person-name'
import { SafeRules } from '@/components/people/safe-contact'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { formatTime } from '@/components/ui/time'
import { isLoud, type SheetEncounter, type SheetSignal } from '@/lib/detention/visit-sheet.view'

const List = ({ label, words }: { label: string; words: readonly string[] }) => {
  const format = useFormatter()
  if (words.length === 0) return null
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-muted">{label}:</dt>
      <dd>{format.list([...words], { type: 'unit' })}</dd>
    </div>
  )
}

/** What was raised: of what waits for an answer since when and by whom, and the way to answer it, in the file. */
const Signal = ({ signal, encounter }: { signal: SheetSignal; encounter: SheetEncounter }) => {
  const t = useTranslations('detention')
  const words = useTranslations('cases.severity')
  const today = useTranslations('today.first')
  const locale = useLocale()
  const { label, severity, isAnswered, raisedAt, raiser, note } = signal
  const { code, caseId, id } = encounter
  const isRed = isLoud(signal) && !isAnswered
  return (
    <li className={`border-s-3 ps-3 ${isRed ? 'border-danger' : 'border-edge'}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 grow basis-60">
          <b className={isRed ? 'text-danger' : undefined}>
            {isRed ? <span aria-hidden="true">▲ </span> : null}
            {label}, {words(severity)}
          </b>
          <span className="block text-sm text-muted">
            {isAnswered ? (
              <>
                <span aria-hidden="true">✓ </span>
                {t('sheet.answered')}
              </>
            ) : (
              t('sheet.since', { day: formatTime(locale, raisedAt, 'shortWeekday'), name: raiser })
            )}
          </span>
        </p>
        {isAnswered ? null : (
          <span className="print:hidden">
            <LinkButton
              size="small"
              kind={severity === 'critical' ? 'primary' : 'quiet'}
              href={`/cases/${code}?file=${caseId}#entry-${id}`}
              aria-label={today('answerOf', { code })}
            >
              {today('answer')}
            </LinkButton>
          </span>
        )}
      </div>
      {note === '' ? null : (
        <p className="whitespace-pre-line" dir="auto">
          {note}
        </p>
      )}
    </li>
  )
}

/** How one talked, as far as it was said. */
const useHow = () => {
  const t = useTranslations('detention')
  return ({ mode, isAgain, metAt, language, interpreter }: SheetEncounter): string =>
    [
      isAgain && metAt !== null ? t('form.againAt', { time: metAt }) : metAt,
      mode === 'in_person' ? null : t(`form.modes.${mode}`),
      language === null ? null : t('sheet.language', { language }),
      interpreter === null ? null : t(`sheet.interpreter.${interpreter}`),
    ]
      .filter((part) => part !== null)
      .join(' · ')
}

/** One conversation: what holds, and beside each other what every colleague told of it. */
export const SheetEncounterCard = ({ encounter, number }: { encounter: SheetEncounter; number?: number }) => {
  const t = useTranslations('detention')
  const how = useHow()(encounter)
  const { accounts } = encounter
  return (
    <Card as="article" label={encounter.code} className="relative">
      <h3 className={`flex flex-wrap items-baseline gap-x-3 ${number === undefined ? '' : 'pe-22'}`}>
        {number === undefined ? null : <span className="num text-muted">{number}</span>}
        <Link
          href={`/cases/${encounter.code}?file=${encounter.caseId}`}
          className="inline-flex min-h-6 flex-wrap items-baseline gap-x-2 text-ink no-underline hover:underline"
        >
          <span className="sr-only">{t('sheet.openFile')} </span>
          {encounter.initials === '' ? null : <PersonName {...encounter} />}
          <span className="code font-sans text-sm font-normal text-muted">{encounter.code}</span>
        </Link>
        <span className="font-sans text-base font-normal">{t(`outcome.${encounter.outcome}`)}</span>
      </h3>
      {number === undefined ? null : (
        <Link
          href={`/detention/encounters/${encounter.id}`}
          aria-label={`${t('sheet.correctEntry')} ${encounter.code}`}
          data-print="no"
          className="absolute end-3 top-1.5 inline-flex min-h-11 items-center text-sm sm:min-h-8"
        >
          {t('sheet.correctText')}
        </Link>
      )}
      {encounter.signals.length === 0 ? null : (
        <ul className="my-2 grid gap-2">
          {encounter.signals.map((signal) => (
            <Signal key={signal.id} signal={signal} encounter={encounter} />
          ))}
        </ul>
      )}
      {how === '' ? null : <p className="text-sm text-muted">{how}</p>}
      <SafeRules rules={encounter.contacts} />
      <dl className="mt-1 text-dense">
        <List label={t('sheet.actions')} words={encounter.actions} />
        <List label={t('sheet.topics')} words={encounter.topics} />
        <List label={t('sheet.requests')} words={encounter.requests} />
      </dl>
      {accounts.map(({ id, author, outcome, note, isEdited }) => (
        <div key={id} className="mt-2">
          {accounts.length === 1 ? null : (
            <p className="text-sm text-muted">
              {outcome === encounter.outcome
                ? t('sheet.by', { name: author })
                : t('sheet.saidOutcome', { name: author, outcome: t(`outcome.${outcome}`) })}
            </p>
          )}
          {note === '' ? null : (
            <p className="max-w-prose font-serif text-read whitespace-pre-line wrap-anywhere" dir="auto">
              {note}
            </p>
          )}
          {isEdited ? <p className="text-sm text-muted">{t('sheet.edited')}</p> : null}
        </div>
      ))}
    </Card>
  )
}
