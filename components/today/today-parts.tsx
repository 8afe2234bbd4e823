import { useLocale, useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { Who } from '@/components/cases/who'
import { Link } from '@/components/ui/link'
import { toWords } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import { FIRST_TIERS, type FirstTier, groupFirsts } from '@/lib/today/first.rules'
import type { First } from '@/lib/today/first-line.data'
import type { TodayOf } from '@/lib/today/today.data'
import type { Around } from './first-row'
import { FirstRow } from './first-rows'

type Worker = TodayOf<'coordinator'> | TodayOf<'caseworker'>

type Props = {
  readonly id: string
  readonly title: string
  readonly more?: { readonly href: string; readonly words: string }
  readonly children: ReactNode
}

/** A part beside the list: a heading with a line under it, and no box. */
export const Part = ({ id, title, more, children }: Props) => (
  <section aria-labelledby={id} data-print="whole">
    <div className="mb-2 flex items-baseline justify-between gap-x-3 border-b border-edge pb-1.5">
      <h2 id={id} className="text-h3">
        {title}
      </h2>
      {more === undefined ? null : (
        <Link href={more.href} className="inline-block py-1 text-sm">
          {more.words}
        </Link>
      )}
    </div>
    {children}
  </section>
)

/** The list, and beside it what goes with it; on a phone one under the other. */
export const Screen = ({ children }: { children: ReactNode }) => (
  <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_18.75rem]">{children}</div>
)
export const Aside = ({ children }: { children: ReactNode }) => (
  <div className="grid min-w-0 gap-6">{children}</div>
)

/** Where the items of a group are that the screen has no room for. */
const BEYOND: Readonly<Record<FirstTier, string>> = {
  danger: '/cases',
  act: '/cases',
  serious: '/cases',
  decide: '/cases',
  unseen: '/cases?contact=unseen',
  due: '/cases?missing=late&sort=step',
  new: '/cases',
}

/** What needs attention today, in the order of danger, group by group; `after` are further groups, which are no items. */
export const Firsts = ({ shown: today, day, after }: { shown: Worker; day: Day; after?: ReactNode }) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const around: Around = {
    today: day,
    labels: toWords(today.words, locale),
    isTeam: today.role === 'coordinator',
    isDiscreet: today.isDiscreet,
    people: today.people,
    files: today.files,
  }
  const groups = groupFirsts<First>(today.firsts)
  const top = groups[0]?.shown[0]
  const rows = (firsts: readonly First[]) =>
    firsts.map((first) => (
      <FirstRow
        key={`${first.kind} ${first.key}`}
        first={first}
        around={{ ...around, isTop: first === top }}
      />
    ))
  return (
    <section aria-label={t('firsts')} className="item-list">
      {groups.length === 0 ? <Nothing /> : null}
      {groups.map(({ tier, shown, rest }) => {
        const count = today.inTier[tier] ?? shown.length + rest.length
        // Who was not visited is in the caseload, in the same order: no second list of them here.
        const folded = tier === 'unseen' ? [] : rest
        // Of what has a last day, how many are past it.
        const passed = [...shown, ...rest].filter(({ on }) => on !== null && on < day).length
        const unread = count - shown.length - folded.length
        const beyond =
          unread > 0 ? (
            <p className="more">
              {t('first.unread', { count: unread })} <Link href={BEYOND[tier]}>{t('first.inCaseload')}</Link>
            </p>
          ) : null
        return (
          <Tier key={tier} title={t(`tier.${tier}.title`)} what={t(`tier.${tier}.what`, { count, passed })}>
            <ul>{rows(shown)}</ul>
            {folded.length === 0 ? (
              beyond
            ) : (
              <details>
                <summary>{t('first.rest', { count: folded.length })}</summary>
                <ul>{rows(folded)}</ul>
                {beyond}
              </details>
            )}
          </Tier>
        )
      })}
      {after}
    </section>
  )
}

/** A group of the list under its heading. */
export const Tier = ({ title, what, children }: { title: string; what: string; children: ReactNode }) => (
  <div className="tier">
    <h2>
      {title} <span>{what}</span>
    </h2>
    <div>{children}</div>
  </div>
)

/** On an empty day: what this page would list. */
const Nothing = () => {
  const t = useTranslations('today')
  return (
    <>
      <p className="py-2 text-muted">{t('nothingDue')}</p>
      <Tier title={t('finds')} what="">
        <dl className="grid gap-x-4 py-2 text-dense sm:grid-cols-[9rem_1fr]">
          {FIRST_TIERS.codes
            .filter((tier) => tier !== 'decide')
            .map((tier) => (
              <Fragment key={tier}>
                <dt className="font-semibold">{t(`tier.${tier}.title`)}</dt>
                <dd className="mb-1.5 text-muted">{t(`tier.${tier}.says`)}</dd>
              </Fragment>
            ))}
        </dl>
      </Tier>
    </>
  )
}

/** The way back to what one was reading. */
export const LastOpened = ({ shown }: { shown: Worker }) => {
  const t = useTranslations('today')
  const opened = shown.lastOpened.flatMap(({ id }) => {
    const file = shown.files.get(id)
    return file === undefined ? [] : [{ id, file }]
  })
  if (opened.length === 0) return null
  return (
    <Part id="last-opened" title={t('lastOpened')}>
      <ul className="flex flex-wrap gap-x-4">
        {opened.map(({ id, file }) => (
          <li key={id} {...(file.isRestricted ? { 'data-print': 'no' } : {})}>
            <Link
              href={`/cases/${file.code}?file=${id}`}
              className="inline-flex min-h-11 items-center text-sm sm:min-h-7"
            >
              <span>
                <Who names={shown.people.get(id)} />
                <span className="sr-only"> {file.code}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  )
}
