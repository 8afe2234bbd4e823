import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { isClosed } from '@/lib/cases/case.rules'
import type { Sheet } from '@/lib/cases/sheet.data'
import { toWords } from '@/lib/cases/word.view'
import type { Closing } from '@/lib/closings/closing.data'
import { toKey } from '@/lib/closings/closing.rules'
import type { OpenThing } from '@/lib/closings/open-thing.data'
import { CloseForm } from './close-form'
import { useOpenWords } from './closing-words'
import { ReopenForm } from './reopen-form'

type Props = {
  readonly sheet: Sheet
  readonly open: readonly OpenThing[]
  readonly closings: readonly Closing[]
  readonly canEdit: boolean
}

/** Where each thing is answered. */
const hrefOf = ({ id, code }: Sheet, { kind, ref }: OpenThing): string => {
  switch (kind) {
    case 'deadline':
      return `/cases/${code}/deadlines?file=${id}`
    case 'task':
    case 'goal':
      return `/cases/${code}/tasks?file=${id}`
    case 'plan':
      return `/planning/${ref}`
    case 'step':
    case 'signal':
      return `/cases/${code}?file=${id}`
  }
}

/** Closing a file, or opening it again: what is still open first, then why, then every time it happened before. */
export const ClosingPart = ({ sheet, open, closings, canEdit }: Props) => {
  const t = useTranslations('closings')
  const words = toWords(sheet.words, useLocale())
  const isOver = isClosed(sheet.status)
  const { about, kind } = useOpenWords((code) => words.of('concern_type', code))
  const things = open.map((thing) => ({
    key: toKey(thing),
    label: t('thing', { kind: kind(thing), about: about(thing) }),
  }))
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <section aria-labelledby="open" className="grid gap-3">
        <h2 id="open">{t('open')}</h2>
        {open.length === 0 ? (
          <p className="text-muted">{t('nothing')}</p>
        ) : (
          <>
            {isOver ? null : <p>{t('openWhat')}</p>}
            <ul className="grid gap-2">
              {open.map((thing) => (
                <Thing key={toKey(thing)} thing={thing} href={hrefOf(sheet, thing)} {...{ about, kind }} />
              ))}
            </ul>
          </>
        )}
      </section>
      {canEdit ? (
        <Card as="section">
          <h2>{t(isOver ? 'titleAgain' : 'title')}</h2>
          <p className="mt-1 mb-4 text-muted">{t(isOver ? 'whatAgain' : 'what')}</p>
          {isOver ? (
            <ReopenForm key={sheet.version} caseId={sheet.id} code={sheet.code} version={sheet.version} />
          ) : (
            <CloseForm
              key={sheet.version}
              caseId={sheet.id}
              code={sheet.code}
              version={sheet.version}
              things={things}
              reasons={words.options('closure_reason')}
            />
          )}
        </Card>
      ) : null}
      <section aria-labelledby="closings" className="lg:col-span-2">
        <h2 id="closings">{t('history')}</h2>
        {closings.length === 0 ? <p className="mt-2 text-muted">{t('never')}</p> : null}
        <ul className="mt-2 grid gap-2">
          {closings.map((closing) => (
            <li key={closing.id} className="rounded border border-hair bg-surface px-4 py-3">
              <p className="font-semibold">
                {closing.kind === 'closed'
                  ? t('closed', { reason: words.of('closure_reason', closing.reason ?? '') })
                  : t('reopened')}
              </p>
              <p className="text-sm text-muted">
                {t.rich('by', { name: closing.by, on: () => <Time at={closing.createdAt} style="moment" /> })}
              </p>
              {closing.words === '' ? null : (
                <p dir="auto" className="mt-1 whitespace-pre-wrap wrap-anywhere">
                  {closing.words}
                </p>
              )}
              <LeftOpen closing={closing} open={open} {...{ about, kind }} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

type Words = ReturnType<typeof useOpenWords>

const Thing = ({ thing, href, about, kind }: { thing: OpenThing; href: string } & Words) => {
  const t = useTranslations('closings')
  const isGrave =
    (thing.kind === 'deadline' && thing.isCritical) ||
    (thing.kind === 'signal' && thing.severity === 'critical')
  return (
    <li className="rounded border border-hair bg-surface px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-muted">
        <span>{kind(thing)}</span>
        {thing.on === null ? null : <Time at={thing.on} style="weekday" />}
        {isGrave ? <Tag kind="danger">{t('critical')}</Tag> : null}
      </p>
      <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
        {about(thing)}
      </p>
      <Link
        href={href}
        prefetch={false}
        className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8 print:hidden"
      >
        {t('answer')}
        <span className="sr-only">: {about(thing)}</span>
      </Link>
    </li>
  )
}

/** What was left open at a closing and why; what is open no more is said without its words. */
const LeftOpen = ({
  closing,
  open,
  about,
  kind,
}: { closing: Closing; open: readonly OpenThing[] } & Words) => {
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
