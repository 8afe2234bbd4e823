import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TabTitle } from '@/components/layout/tab-title'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { bySeverity, dayOfStay, isClosed } from '@/lib/cases/case.rules'
import type { Sheet } from '@/lib/cases/sheet.data'
import { labelIn, toWords } from '@/lib/cases/word.view'
import { minority } from '@/lib/people/minority.rules'
import type { Day } from '@/lib/shared/dates'
import { ClosedNotice } from './closed-notice'
import { usePersonWords } from './person-words'
import { SignalTag } from './signal-tag'

export type FilePart =
  | 'timeline'
  | 'details'
  | 'asylum'
  | 'detention'
  | 'deadlines'
  | 'tasks'
  | 'sharing'
  | 'history'

const SIGNALS_SHOWN = 4

/** The address of one part of a file; the id says which one where two files bear the code. */
export const fileHref = (
  sheet: Pick<Sheet, 'id' | 'code'>,
  part: FilePart | 'reassign' | 'closing',
): string => `/cases/${sheet.code}${part === 'timeline' ? '' : `/${part}`}?file=${sheet.id}`

export const noteHref = (sheet: Pick<Sheet, 'id' | 'code'>, noteId: string): string =>
  `/cases/${sheet.code}/notes/${noteId}?file=${sheet.id}`

/** The procedure has a tab where there is one, and in files that are kept for it; elsewhere Details lead to it. */
export const showsAsylum = ({ kind, hasAsylum }: Pick<Sheet, 'kind' | 'hasAsylum'>): boolean =>
  hasAsylum || kind === 'asylum'

/** The head of every page of a file: who it is, as she says it and as others do, and the way to the other pages. */
export const FileFrame = ({
  sheet,
  part,
  today,
  action,
  children,
}: {
  sheet: Sheet
  part: FilePart | null
  today: Day
  action?: ReactNode
  children: ReactNode
}) => {
  const t = useTranslations('cases')
  const locale = useLocale()
  const words = toWords(sheet.words, locale)
  const parts = [
    'timeline',
    'details',
    ...(showsAsylum(sheet) || part === 'asylum' ? (['asylum'] as const) : []),
    ...(sheet.hasDetention || part === 'detention' ? (['detention'] as const) : []),
    'deadlines',
    'tasks',
    'sharing',
    'history',
  ] as const
  const signals = [...sheet.signals].sort(bySeverity)
  // A critical signal is never cut from sight, however many there are.
  const shown = Math.max(SIGNALS_SHOWN, signals.filter(({ severity }) => severity === 'critical').length)
  return (
    <>
      <TabTitle text={t('tab', { code: sheet.code })} />
      <Card as="section" label={t('head')} className="print:mb-5">
        <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
          <div className="grid min-w-0 grow basis-80 gap-4">
            {sheet.people.map((person, index) => (
              <Identity key={person.id} person={person} today={today} isFirst={index === 0} />
            ))}
          </div>
          <div className="grid justify-items-end gap-2 max-sm:w-full max-sm:grid-flow-col max-sm:justify-between">
            <span className="text-end text-muted max-sm:text-start">
              <span className="num">{sheet.code}</span>
              <span className="block text-sm">{sheet.worker.name}</span>
            </span>
            {action}
          </div>
        </div>
        <div className="mt-3 flex flex-wrap gap-2">
          {signals.slice(0, shown).map(({ id, code, severity }) => (
            <SignalTag key={id} severity={severity} label={words.of('concern_type', code)} />
          ))}
          {signals.length > shown ? <Tag>{t('moreSignals', { count: signals.length - shown })}</Tag> : null}
          <Tag>{words.of('case_kind', sheet.kind)}</Tag>
          <Tag kind={isClosed(sheet.status) ? 'done' : 'plain'}>{words.of('case_status', sheet.status)}</Tag>
          {sheet.secrecy === 'open' ? null : (
            <Tag kind="sealed">{t(sheet.secrecy === 'sealed' ? 'sealed' : 'restricted')}</Tag>
          )}
        </div>
      </Card>
      <Tabs
        label={t('parts')}
        tabs={parts.map((one) => ({
          href: fileHref(sheet, one),
          label: t(`part.${one}`),
          isCurrent: one === part,
        }))}
      />
      {isClosed(sheet.status) && part !== null ? (
        <ClosedNotice sheet={sheet} href={fileHref(sheet, 'closing')} />
      ) : null}
      {children}
    </>
  )
}

const Identity = ({
  person,
  today,
  isFirst,
}: {
  person: Sheet['people'][number]
  today: Day
  isFirst: boolean
}) => {
  const t = useTranslations('cases')
  const tp = useTranslations('people')
  const locale = useLocale()
  const words = usePersonWords()
  const [name, ...others] = person.names
  const script = others.filter(({ kind }) => kind === 'other_script')
  const also = others.filter(({ kind }) => kind !== 'other_script')
  const need = person.interpreterNeed
  const facts = [
    ...person.nationalities.map(words.heldNationality),
    ...person.languages.map(words.language),
    need === 'yes' || need === 'some' || need === 'no' ? tp(`interpreter.${need}`) : null,
  ].filter((fact) => fact !== null)
  const Heading = isFirst ? 'h1' : 'h2'
  return (
    <div>
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <Heading>
          <bdi dir="auto" translate="no" className="wrap-anywhere">
            {name?.text ?? t('noName')}
          </bdi>
        </Heading>
        {script.map(({ text }) => (
          <bdi key={text} dir="auto" translate="no" className="text-h3 text-muted">
            {text}
          </bdi>
        ))}
        {also.length === 0 ? null : (
          <span className="text-h3 text-muted">
            {t('also')}{' '}
            {also.map(({ text }, index) => (
              <bdi key={text} dir="auto" translate="no">
                {index === 0 ? '' : ', '}
                {text}
              </bdi>
            ))}
          </span>
        )}
      </div>
      <AgeLine claims={person.ageClaims} today={today} />
      <p className="text-muted">
        {facts.length === 0 ? tp('nationality.notAsked') : facts.join(' · ')}
        {' · '}
        {person.stay === null ? (
          t('placeNotRecorded')
        ) : (
          <>
            {labelIn(person.stay.place, locale)}
            {person.stay.since === null ? null : (
              <>
                {', '}
                <SinceWhen since={person.stay.since} heldSince={person.stay.heldSince} today={today} />
              </>
            )}
          </>
        )}
      </p>
    </div>
  )
}

/** Since when somebody is where she is; after a move, since when she has been held at all: that is what is counted. */
const SinceWhen = ({ since, heldSince, today }: { since: Day; heldSince: Day | null; today: Day }) => {
  const t = useTranslations('cases')
  const time = () => <Time at={since} style="dayInYear" />
  if (heldSince === null || heldSince === since)
    return t.rich('since', { day: dayOfStay(since, today), time })
  const held = () => <Time at={heldSince} style="dayInYear" />
  return t.rich('heldSince', { day: dayOfStay(heldSince, today), time, held })
}

/** Every age that was claimed, with its ground; the one that protects says so, because it is the one to go by. */
const AgeLine = ({ claims, today }: { claims: Sheet['people'][number]['ageClaims']; today: Day }) => {
  const t = useTranslations('people')
  const words = usePersonWords()
  const minor = words.minor(claims, today)
  const { treatedAsMinor, because } = minority(claims, today)
  return (
    <p className="mt-1">
      {claims.length === 0 ? t('age.notAsked') : null}
      {claims.map((claim, index) => {
        const day = words.ageDay(claim)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: claims are never reordered and bear no id
          <span key={index}>
            {index === 0 ? '' : ' · '}
            {words.age(claim)}
            {day === null ? null : (
              <span className="text-muted">
                {' ('}
                <Time at={day} />)
              </span>
            )}
            {treatedAsMinor && claims.length > 1 && claim === because ? (
              <>
                {' '}
                <Tag kind="info">{t('protects')}</Tag>
              </>
            ) : null}
          </span>
        )
      })}
      {minor === null ? null : (
        <>
          {' · '}
          <strong>{minor}</strong>
        </>
      )}
    </p>
  )
}

/** The way to the place where one writes. */
export const AddNoteLink = () => {
  const t = useTranslations('cases')
  return (
    <LinkButton href="#write" size="small">
      {t('addNote')}
    </LinkButton>
  )
}
