import { useLocale, useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { Who } from '@/components/cases/who'
import { withStop } from '@/components/ui/as-sentence'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import type { TagKind } from '@/components/ui/tag'
import { dayOfStay } from '@/lib/cases/case.rules'
import { properPlace } from '@/lib/cases/place-name.rules'
import type { ShownName } from '@/lib/cases/shown-people.data'
import { type Labels, labelIn } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import type { FileFacts } from '@/lib/today/facts.data'
import type { First } from '@/lib/today/first-line.data'

/** What all rows of the first screen are drawn with. */
export type Around = {
  readonly today: Day
  readonly labels: Labels
  readonly isTeam: boolean
  /** No name and no free text is on the screen. */
  readonly isDiscreet: boolean
  /** The first of all rows: the one that may have the filled button of the page. */
  readonly isTop?: boolean
  readonly people: ReadonlyMap<string, readonly ShownName[]>
  readonly files: ReadonlyMap<string, FileFacts>
}

export type RowOf<K extends First['kind']> = {
  readonly first: Extract<First, { kind: K }>
  readonly around: Around
}

type Props = {
  readonly around: Around
  /** The file it is about; without one `title` says what it is about. */
  readonly caseId?: string | null
  readonly title?: string
  readonly mark: Extract<TagKind, 'danger' | 'late' | 'info' | 'plain'>
  /** Why it is here. */
  readonly why: string
  /** What else is said of it. */
  readonly says?: ReactNode
  /** A day that has to be whole: at the end of the first line. */
  readonly day?: string
  readonly href: string
  /** What the link is called where several of them follow each other. */
  readonly label: string
  /** Its visible words, if it does more than open something, and its address, if that is not the one of the row. */
  readonly press?: string
  readonly pressHref?: string
  readonly isFirst?: boolean
  /** What is done from here with one press, instead of opening something: who it is about leads there. */
  readonly act?: ReactNode
}

/**
 * Who it is about, why, and the one thing to press. The first is one line, cut and never wrapped; on a phone a card that is pressed as a
 * whole. How it looks is said once, in globals.css.
 */
export const Row = ({
  around,
  caseId = null,
  title,
  mark,
  why,
  says,
  day,
  href,
  label,
  press,
  pressHref = href,
  isFirst,
  act,
}: Props) => {
  const t = useTranslations('today')
  const file = caseId === null ? undefined : around.files.get(caseId)
  return (
    <li data-item={mark} {...(file?.isRestricted ? { 'data-print': 'no' } : {})}>
      <p>
        <Link href={href}>
          {title ?? <Who names={around.people.get(caseId ?? '')} />}
          {file === undefined ? null : (
            <>
              {' '}
              <span className="code">{file.code}</span>
            </>
          )}
        </Link>
        {file === undefined ? null : <At file={file} around={around} />}
        {day === undefined ? null : (
          <>
            {' '}
            <span data-day="">{day}</span>
          </>
        )}
      </p>
      <p>
        <b>{says == null ? why : withStop(why)}</b> {says}
      </p>
      {act === undefined ? (
        <LinkButton
          size="small"
          kind={isFirst && around.isTop ? 'primary' : 'quiet'}
          href={pressHref}
          aria-label={label}
          {...(isFirst ? { 'data-first': '' } : {})}
        >
          {press ?? t('open')}
        </LinkButton>
      ) : (
        <div>{act}</div>
      )}
    </li>
  )
}

/** Where they are, and for who leads an office whose file it is; on a phone each stays in one piece. */
const At = ({ file: { stay, worker }, around: { today, isTeam } }: { file: FileFacts; around: Around }) => {
  const t = useTranslations('cases')
  const locale = useLocale()
  const place = stay && properPlace(stay.place.kind, labelIn(stay.place, locale))
  const says = [
    place === null || stay?.since == null
      ? place
      : `${place}, ${t('dayOf', { day: dayOfStay(stay.since, today) })}`,
    isTeam ? worker : null,
  ].flatMap((one) => one ?? [])
  return says.map((one, index) => (
    <Fragment key={one}>
      {' '}
      <span>{index < says.length - 1 ? `${one},` : one}</span>
    </Fragment>
  ))
}

/** Words that someone wrote, which may name a person: on no paper. */
export const Written = ({ text }: { text: string }) => (
  <span dir="auto" className="print:hidden">
    {text}
  </span>
)
