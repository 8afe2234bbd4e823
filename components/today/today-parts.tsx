import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FileLink } from '@/components/layout/file-link'
import { Card } from '@/components/ui/card'
import { toWords } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import { splitFirsts } from '@/lib/today/first.rules'
import type { First } from '@/lib/today/first-line.data'
import type { TodayOf } from '@/lib/today/today.data'
import { FirstRow } from './first-rows'

type Worker = TodayOf<'coordinator'> | TodayOf<'caseworker'>

/** Restricted files stand on the screen of their members and never on paper. */
const isOnScreenOnly = ({ onScreenOnly }: Worker, caseId: string | null): boolean =>
  caseId !== null && onScreenOnly.includes(caseId)

type Props = {
  readonly id: string
  readonly title: string
  readonly count?: number
  readonly more?: { readonly href: string; readonly words: string } | null
  readonly children: ReactNode
}

/** A part of the first screen: its heading says how many there are. */
export const Part = ({ id, title, count, more, children }: Props) => (
  <section aria-labelledby={id}>
    <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-3">
      <h2 id={id}>
        {title}
        {count === undefined || count === 0 ? null : (
          <span className="num font-sans text-base font-normal text-muted"> ({count})</span>
        )}
      </h2>
      {more === undefined || more === null ? null : (
        <Link href={more.href} prefetch={false} className="inline-block py-1 text-sm">
          {more.words}
        </Link>
      )}
    </div>
    {children}
  </section>
)

/**
 * Two columns on a wide screen. On a phone the parts stand under each other, in the order of a worker's day: what is due,
 * the visits, then the rest.
 */
export const Screen = ({ children }: { children: ReactNode }) => (
  <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">{children}</div>
)
export const Main = ({ children }: { children: ReactNode }) => (
  <div className="grid min-w-0 gap-6 max-lg:contents [&>*]:max-lg:order-2 [&>*:first-child]:max-lg:order-0">
    {children}
  </div>
)
export const Aside = ({ children }: { children: ReactNode }) => (
  <div className="grid min-w-0 gap-6 max-lg:contents [&>*]:max-lg:order-2 [&>*:first-child]:max-lg:order-1">
    {children}
  </div>
)

/** What needs someone today: danger, then what is due, then what is new. Nothing more than fits is shown at once. */
export const Firsts = ({ shown: today, day }: { shown: Worker; day: Day }) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const { shown, rest } = splitFirsts<First>(today.firsts)
  const around = {
    today: day,
    labels: toWords(today.words, locale),
    isTeam: today.role === 'coordinator',
    isRestricted: (caseId: string | null) => isOnScreenOnly(today, caseId),
  }
  const list = (firsts: readonly First[]) => (
    <ul>
      {firsts.map((first) => (
        <li
          key={`${first.kind} ${first.key}`}
          className="border-t border-hair py-2.5 first:border-t-0"
          {...(isOnScreenOnly(today, first.caseId) ? { 'data-print': 'no' } : {})}
        >
          <FirstRow first={first} around={around} />
        </li>
      ))}
    </ul>
  )
  const unread = today.total - today.firsts.length
  if (shown.length === 0)
    return (
      <Card as="section" label={t('firsts')}>
        <p>{t('nothingDue')}</p>
      </Card>
    )
  return (
    <Card as="section" tight label={t('firsts')}>
      {list(shown)}
      {rest.length === 0 ? null : (
        <details className="border-t border-hair">
          <summary className="min-h-11 cursor-pointer py-2.5 text-link">
            {t('first.rest', { count: rest.length })}
          </summary>
          {list(rest)}
        </details>
      )}
      {unread > 0 ? (
        <p className="border-t border-hair py-2.5 text-sm text-muted">
          {t('first.unread', { count: unread })}{' '}
          <Link href="/cases?missing=late&sort=step" prefetch={false} className="inline-block py-1">
            {t('first.inCaseload')}
          </Link>
        </p>
      ) : null}
    </Card>
  )
}

/** The way back to what one was reading. */
export const LastOpened = ({ shown }: { shown: Worker }) => {
  const t = useTranslations('today')
  if (shown.lastOpened.length === 0) return null
  return (
    <Part id="last-opened" title={t('lastOpened')}>
      <Card>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {shown.lastOpened.map(({ id, code }) => (
            <li key={id} {...(isOnScreenOnly(shown, id) ? { 'data-print': 'no' } : {})}>
              <FileLink code={code} id={id} />
            </li>
          ))}
        </ul>
      </Card>
    </Part>
  )
}
