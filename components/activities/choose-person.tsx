'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FilterBox } from '@/components/forms/filter-box'
import { PersonName } from '@/components/people/person-name'
import { Link } from '@/components/ui/link'
import type { PersonToChoose } from '@/lib/activities/activities-page.data'
import { toPlain } from '@/lib/shared/plain'

/** So many are offered at once: anyone further is found by one more letter. */
const SHOWN = 20

/** With whom: each is a link to the form in their file, so that it works before any script has arrived. */
export const ChoosePerson = ({ people }: { people: readonly PersonToChoose[] }) => {
  const t = useTranslations('activities')
  const [typed, setTyped] = useState('')
  const found = people.filter(({ full, initials, code }) =>
    toPlain(`${full ?? ''} ${initials} ${code}`).includes(toPlain(typed.trim())),
  )
  return (
    <>
      <FilterBox label={t('choose.find')} typed={typed} onType={setTyped} />
      <p role="status" className="mt-2 text-sm text-muted empty:hidden">
        {found.length === 0
          ? t('choose.none')
          : found.length > SHOWN
            ? t('choose.more', { count: SHOWN })
            : ''}
      </p>
      <ul className="mt-2 border-t border-hair">
        {found.slice(0, SHOWN).map(({ caseId, code, personId, full, initials }) => (
          <li key={`${caseId} ${personId}`} className="border-b border-hair">
            <Link
              href={`/cases/${code}/activities?file=${caseId}&person=${personId}`}
              className="flex min-h-12 items-center justify-between gap-3 py-1.5 no-underline hover:bg-sunken"
            >
              <span className="min-w-0 truncate font-semibold">
                <PersonName full={full} initials={initials} />
              </span>
              <span className="code text-sm text-muted">{code}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
