import { useLocale, useTranslations } from 'next-intl'
import { usePersonLabels } from '@/components/people/person-labels'
import { SafeContacts } from '@/components/people/safe-contact'
import { buttonClass } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { dayOfStay, isClosed } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Rights } from '@/lib/cases/file.view'
import { type FilePage, fileHref, noteFieldHref } from '@/lib/cases/file-part.view'
import { properPlace } from '@/lib/cases/place-name.rules'
import { labelIn, toWords } from '@/lib/cases/word.view'
import { minority } from '@/lib/people/minority.rules'
import type { Day } from '@/lib/shared/dates'
import { Identity } from './identity'
import { OtherPeople } from './other-people'

type Person = CaseHeader['people'][number]

/** Those whom the file is first of all about. */
const mainOf = ({ people }: CaseHeader): readonly Person[] => {
  const principals = people.filter(({ inFile }) => inFile.role === 'principal')
  return principals.length === 0 ? people.slice(0, 1) : principals
}

/** Who the file is about in two lines, what one does from any page of it, and all that is known behind one button. */
export const FileHead = ({
  caseHeader,
  page,
  rights,
  today,
}: {
  caseHeader: CaseHeader
  page: FilePage | null
  rights: Rights
  today: Day
}) => {
  const t = useTranslations('cases')
  const [first] = mainOf(caseHeader)
  const others = caseHeader.people.length - 1
  const { secrecy } = caseHeader
  const mark =
    secrecy === 'open' ? null : <Tag kind="sealed">{t(secrecy === 'sealed' ? 'sealed' : 'restricted')}</Tag>
  return (
    <section aria-label={t('head')} className="flex items-center gap-2 pt-1.5 sm:gap-3 print:block">
      <div className="min-w-0 grow">
        <div className="flex items-baseline gap-x-1.5 whitespace-nowrap sm:gap-x-2.5">
          <h1 className="max-w-[72%] shrink-0 truncate text-h2 print:max-w-none print:text-h1 print:whitespace-normal">
            <bdi dir="auto" translate="no">
              {first?.names[0]?.text ?? t('noName')}
            </bdi>
          </h1>
          <span className="code text-sm text-muted max-sm:hidden print:inline">{caseHeader.code}</span>
          {first === undefined ? null : (
            <Where
              person={first}
              today={today}
              className="min-w-16 shrink-99 text-[0.8125rem] text-muted sm:hidden print:hidden"
            />
          )}
          <span className="max-sm:hidden print:inline">{mark}</span>
          {others > 0 ? <OthersLink href={fileHref(caseHeader, 'details')} count={others} /> : null}
        </div>
        <div className="flex items-center justify-between gap-2">
          {first === undefined ? null : <FactLine person={first} today={today} />}
          {/* The first line of a phone has no room for it. */}
          <span className="-my-1.5 shrink-0 sm:hidden print:hidden">{mark}</span>
        </div>
      </div>
      <div className="flex shrink-0 items-center gap-2 print:contents">
        {rights.canWrite ? (
          <LinkButton
            kind="quiet"
            size="small"
            className="max-md:hidden"
            href={page === 'timeline' ? '#write' : noteFieldHref(caseHeader)}
          >
            {t('write.section')}
          </LinkButton>
        ) : null}
        <VisitLink people={caseHeader.people} rights={rights} />
        <AboutFile caseHeader={caseHeader} page={page} today={today} />
      </div>
    </section>
  )
}

const OthersLink = ({ href, count }: { href: string; count: number }) => {
  const t = useTranslations('people.inFile')
  return (
    <Link href={href} className="py-0.5 text-sm text-link underline max-md:hidden print:hidden">
      {t('others', { count })}
    </Link>
  )
}

/** Where they are and since when, a closed centre by its proper name; of a long name of another place the end is cut, never the day. */
const Where = ({ person: { stay }, today, className }: { person: Person; today: Day; className: string }) => {
  const t = useTranslations('cases')
  const locale = useLocale()
  if (stay === null) return null
  const since = stay.heldSince ?? stay.since
  return (
    <span className={classNames('flex', className)}>
      <span className="truncate">{properPlace(stay.place.kind, labelIn(stay.place, locale))}</span>
      {since === null ? null : (
        <span className="shrink-0">{`, ${t('dayOf', { day: dayOfStay(since, today) })}`}</span>
      )}
    </span>
  )
}

/** Age as said and what follows from it, country, language, and, where the screen is wide, where they are since when. */
const FactLine = ({ person, today }: { person: Person; today: Day }) => {
  const tp = useTranslations('people')
  const labels = usePersonLabels()
  const { ageClaims, interpreterNeed: need, stay } = person
  // Who was asked and gave no age has a claim, too: it is not "not asked".
  const said =
    ageClaims.findLast(({ basis }) => basis === 'said') ??
    minority(ageClaims, today).because ??
    ageClaims.at(-1)
  const facts = [
    ...ageClaims.filter((claim) => claim !== said).map(labels.saidAge),
    ...person.nationalities.map(labels.bareNationality),
    ...person.languages.map(labels.language),
    need === 'yes' || need === 'some' ? tp(`interpreter.${need}`) : null,
  ].filter((fact) => fact !== null)
  const minor = labels.minor(ageClaims, today)
  return (
    <p className="flex min-w-0 gap-x-1 text-sm whitespace-nowrap text-muted print:hidden">
      <span className="min-w-0 truncate">
        <b className="font-semibold text-ink">{said ? labels.saidAge(said) : tp('age.notAsked')}</b>
        {minor === null ? null : (
          <>
            {', '}
            <strong className="font-semibold">{minor}</strong>
          </>
        )}
        {facts.length === 0 ? null : <span className="max-sm:hidden">{` · ${facts.join(' · ')}`}</span>}
      </span>
      {stay === null ? null : <span className="max-sm:hidden">·</span>}
      <Where
        person={person}
        today={today}
        className="max-w-[60%] min-w-0 shrink-0 font-semibold text-ink max-sm:hidden"
      />
    </p>
  )
}

/** A visit to the closed centre where a person of the file is. On a phone the bar at the foot leads there. */
const VisitLink = ({ people, rights }: { people: CaseHeader['people']; rights: Rights }) => {
  const t = useTranslations('menu.begin')
  const centre = people.map(({ stay }) => stay?.place).find((place) => place?.kind === 'closed_centre')
  if (!rights.canRecordVisit || centre === undefined) return null
  return (
    <LinkButton
      kind="quiet"
      size="small"
      className="max-md:hidden"
      href={`/detention/new?centre=${centre.slug}`}
    >
      {t('logVisit')}
    </LinkButton>
  )
}

/** All that the head leaves out, in a panel; on paper it replaces the two lines. */
const AboutFile = ({
  caseHeader,
  page,
  today,
}: {
  caseHeader: CaseHeader
  page: FilePage | null
  today: Day
}) => {
  const t = useTranslations('cases')
  const labels = toWords(caseHeader.words, useLocale())
  const main = mainOf(caseHeader)
  return (
    <>
      <button
        type="button"
        popoverTarget="about-file"
        className={buttonClass('quiet', 'small', 'h-11 w-10 px-0 text-ink sm:size-9')}
      >
        <Icon name="more" />
        <span className="sr-only">{t('head')}</span>
      </button>
      {/* A dialog: a browser that knows no popover leaves it closed. */}
      <dialog
        id="about-file"
        popover="auto"
        aria-label={t('head')}
        data-print="whole"
        className="fixed inset-x-3 top-40 bottom-auto m-0 max-h-[calc(100dvh-11rem)] w-auto overflow-y-auto rounded border border-hair bg-surface p-4 text-ink shadow-layer sm:left-auto sm:w-[30rem] print:static print:mb-5 print:block print:max-h-none print:w-full print:border-0 print:p-0"
      >
        <div className="grid gap-4">
          {main.map((person, index) => (
            <Identity key={person.id} person={person} today={today} isFirst={index === 0} />
          ))}
          {/* The overview has them beside the timeline, and two pages of the person are about them. */}
          {page === 'timeline' || page === 'contacts' || page === 'details' ? null : (
            <SafeContacts
              contacts={caseHeader.contacts}
              people={caseHeader.people}
              href={fileHref(caseHeader, 'contacts')}
            />
          )}
          <OtherPeople
            people={caseHeader.people.filter((one) => !main.includes(one))}
            href={fileHref(caseHeader, 'details')}
            today={today}
          />
          <div className="flex flex-wrap items-center gap-2">
            <Tag>{labels.of('case_kind', caseHeader.kind)}</Tag>
            <Tag kind={isClosed(caseHeader.status) ? 'done' : 'plain'}>
              {labels.of('case_status', caseHeader.status)}
            </Tag>
            <span className="text-sm text-muted">
              <span className="code">{caseHeader.code}</span> · {caseHeader.worker.name}
            </span>
          </div>
        </div>
      </dialog>
    </>
  )
}
