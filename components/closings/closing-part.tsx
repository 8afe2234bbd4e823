import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { FreeText } from '@/components/ui/free-text'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { isClosed } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { type FilePage, fileHref } from '@/lib/cases/file-part.view'
import { toWords } from '@/lib/cases/word.view'
import type { Closing } from '@/lib/closings/closing.data'
import { toKey } from '@/lib/closings/closing.rules'
import type { OpenThing } from '@/lib/closings/open-thing.data'
import { CloseForm } from './close-form'
import { useOpenLabels } from './closing-labels'
import { ReopenForm } from './reopen-form'

type Props = {
  readonly caseHeader: CaseHeader
  readonly open: readonly OpenThing[]
  readonly closings: readonly Closing[]
  /** How many links of referrals open now. */
  readonly links: number
  readonly canEdit: boolean
}

/** In which part of the file each thing is answered; a visit that is planned has a page of its own. */
const ANSWERED: Readonly<Record<Exclude<OpenThing['kind'], 'plan'>, FilePage>> = {
  deadline: 'deadlines',
  task: 'tasks',
  goal: 'tasks',
  minor: 'guardianship',
  referral: 'referrals',
  step: 'timeline',
  signal: 'timeline',
}
const hrefOf = (caseHeader: CaseHeader, { kind, ref }: OpenThing): string =>
  kind === 'plan' ? `/planning/${ref}` : fileHref(caseHeader, ANSWERED[kind])

/** Closing a file, or opening it again: what is still open, why, and every time it happened before. */
export const ClosingPart = ({ caseHeader: sheet, open, closings, links, canEdit }: Props) => {
  const t = useTranslations('closings')
  const labels = toWords(sheet.words, useLocale())
  const isOver = isClosed(sheet.status)
  const { about, kind } = useOpenLabels((code) => labels.of('concern_type', code))
  return (
    <div className="grid items-start gap-6">
      {canEdit && !isOver ? (
        <section aria-label={t('title')} className="max-w-3xl">
          <h2>{t('title')}</h2>
          <p className="mt-0.5 mb-3 max-w-prose text-sm text-muted">{t('what')}</p>
          {links === 0 ? null : <p className="mb-4">{t('links', { count: links })}</p>}
          <CloseForm
            key={sheet.version}
            caseId={sheet.id}
            code={sheet.code}
            version={sheet.version}
            things={open.map((thing) => ({
              key: toKey(thing),
              about: about(thing),
              facts: <ThingFacts thing={thing} kind={kind} />,
              answer: <AnswerLink href={hrefOf(sheet, thing)} about={about(thing)} />,
            }))}
            reasons={labels.options('closure_reason')}
          />
        </section>
      ) : (
        <section aria-labelledby="open" className="grid max-w-2xl gap-3">
          <h2 id="open">{t('open')}</h2>
          {open.length === 0 ? <p className="text-muted">{t('nothing')}</p> : null}
          <ul className="border-t border-hair">
            {open.map((thing) => (
              <li
                key={toKey(thing)}
                className="flex items-start gap-x-5 border-b border-hair py-2 max-sm:gap-x-2"
              >
                <div className="min-w-0 grow">
                  <ThingFacts thing={thing} kind={kind} />
                  <FreeText text={about(thing)} />
                </div>
                <AnswerLink href={hrefOf(sheet, thing)} about={about(thing)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {canEdit && isOver ? (
        <Card as="section" label={t('titleAgain')} className="max-w-2xl">
          <h2>{t('titleAgain')}</h2>
          <p className="mt-1 mb-4 text-muted">{t('whatAgain')}</p>
          <ReopenForm key={sheet.version} caseId={sheet.id} code={sheet.code} version={sheet.version} />
        </Card>
      ) : null}
      <section aria-labelledby="closings" className="max-w-3xl">
        <h2 id="closings" className="border-b border-edge pb-1 text-h3">
          {t('history')}
        </h2>
        {closings.length === 0 ? <p className="pt-1.5 text-sm text-muted">{t('never')}</p> : null}
        <ul>
          {closings.map((closing) => (
            <li key={closing.id} className="border-b border-hair py-2.5">
              <p className="font-semibold">
                {closing.kind === 'closed'
                  ? t('closed', { reason: labels.of('closure_reason', closing.reason ?? '') })
                  : t('reopened')}
              </p>
              <p className="text-sm text-muted">
                {t.rich('by', { name: closing.by, on: () => <Time at={closing.createdAt} style="moment" /> })}
              </p>
              <FreeText text={closing.words} className="mt-1" />
              <LeftOpen closing={closing} open={open} {...{ about, kind }} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** What endangers a person; a deadline is about time. */
const DANGERS: ReadonlySet<OpenThing['kind']> = new Set(['signal', 'minor'])

type Labels = ReturnType<typeof useOpenLabels>

/** What kind of thing is open, by when, and how grave. */
const ThingFacts = ({ thing, kind }: { thing: OpenThing } & Pick<Labels, 'kind'>) => {
  const t = useTranslations('closings')
  const isGrave =
    (thing.kind === 'deadline' && thing.isCritical) ||
    (thing.kind === 'signal' && thing.severity === 'critical') ||
    (thing.kind === 'minor' && thing.state === 'missing')
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 text-sm text-muted">
      <span>{kind(thing)}</span>
      {thing.on === null ? null : <Time at={thing.on} style="weekday" />}
      {isGrave ? <Tag kind={DANGERS.has(thing.kind) ? 'danger' : 'late'}>{t('critical')}</Tag> : null}
    </p>
  )
}

/** The way to answer it instead of leaving it. */
const AnswerLink = ({ href, about }: { href: string; about: string }) => {
  const t = useTranslations('closings')
  return (
    <Link href={href} className="inline-flex min-h-11 shrink-0 items-center text-sm sm:min-h-6 print:hidden">
      {t('answer')}
      <span className="sr-only">: {about}</span>
    </Link>
  )
}

/** What was left open at a closing and why; what is open no more is said without its words. */
const LeftOpen = ({
  closing,
  open,
  about,
  kind,
}: { closing: Closing; open: readonly OpenThing[] } & Labels) => {
  const t = useTranslations('closings')
  if (closing.left.length === 0) return null
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
        {t('left', { count: closing.left.length })}
      </summary>
      <ul className="ms-5 list-disc">
        {closing.left.map((left) => {
          const thing = open.find((one) => toKey(one) === toKey(left))
          return (
            <li key={toKey(left)} dir="auto" className="wrap-anywhere">
              {t('thingLeft', {
                kind: kind(left),
                about: thing === undefined ? t('gone') : about(thing),
                reason: t(`leftReason.${left.reason}`),
              })}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
