'use client'
import { useTranslations } from 'next-intl'
import { FilterBox } from '@/components/forms/filter-box'
import { PersonName } from '@/components/people/person-name'
import { Button } from '@/components/ui/button'
import type { RosterPerson } from '@/lib/planning/roster.view'
import { toPlain } from '@/lib/shared/plain'

/** At most so many people of other places are offered at once: anyone further is found by one more letter. */
const SHOWN = 6

/** Whether someone is meant by what was typed, by any part of their name, their initials or their code. */
export const isMeant = (typed: string, { full, initials, code }: RosterPerson): boolean =>
  toPlain(`${full ?? ''} ${initials} ${code}`).includes(toPlain(typed.trim()))

/** One line that finds a person of the list, and beside it the way to someone new. What is typed goes nowhere and is not kept. */
export const FindLine = ({
  typed,
  onType,
  onNew,
}: {
  typed: string
  onType: (typed: string) => void
  onNew: () => void
}) => {
  const t = useTranslations('detention.form')
  return (
    <div className="flex gap-2">
      <FilterBox label={t('find')} typed={typed} onType={onType} />
      <Button kind="quiet" className="shrink-0 px-3" onClick={onNew}>
        <span aria-hidden="true">+</span> {t('addNew')}
      </Button>
    </div>
  )
}

/** People of our files who are not in the list of this centre and fit what was typed: each is one press away. */
export const FoundElsewhere = ({
  typed,
  others,
  isAnyHere,
  cutAt,
  onKnown,
}: {
  typed: string
  others: readonly RosterPerson[]
  isAnyHere: boolean
  /** At how many files the list was cut; null: it holds all of them. */
  cutAt: number | null
  onKnown: (person: RosterPerson) => void
}) => {
  const t = useTranslations('detention.form')
  const found = others.filter((one) => isMeant(typed, one)).slice(0, SHOWN)
  return (
    <div role="status">
      {found.length === 0 ? null : (
        <>
          <p className="text-sm font-semibold text-muted">{t('elsewhere')}</p>
          <ul>
            {found.map((person) => (
              <li
                key={`${person.caseId} ${person.personId}`}
                className="flex items-center gap-3 border-b border-hair py-1.5"
              >
                <span className="min-w-0 grow">
                  <PersonName {...person} />
                  <span className="block truncate text-sm text-muted">
                    {person.known} <span className="code">{person.code}</span>
                  </span>
                </span>
                <Button kind="quiet" size="small" onClick={() => onKnown(person)}>
                  {t('add')}
                  <span className="sr-only"> {person.code}</span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {found.length > 0 || isAnyHere ? null : <p className="text-muted">{t('notFound')}</p>}
      {cutAt === null ? null : <p className="text-sm text-muted">{t('addCut', { count: cutAt })}</p>}
    </div>
  )
}
