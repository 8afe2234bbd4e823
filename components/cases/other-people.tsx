import { useTranslations } from 'next-intl'
import { usePersonLabels } from '@/components/people/person-labels'
import { Link } from '@/components/ui/link'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Day } from '@/lib/shared/dates'
import { useFilePeopleLabels } from './file-people-labels'

/** Who else the file is about: how many, who, and who of them is treated as a child. */
export const OtherPeople = ({
  people,
  href,
  today,
}: {
  people: CaseHeader['people']
  href: string
  today: Day
}) => {
  const t = useTranslations('people.inFile')
  const tc = useTranslations('cases')
  const labels = usePersonLabels()
  const places = useFilePeopleLabels()
  if (people.length === 0) return null
  return (
    <div>
      <p className="text-muted">
        <Link className="inline-flex min-h-11 items-center text-link underline sm:min-h-8" href={href}>
          {t('others', { count: people.length })}
        </Link>
      </p>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {people.map(({ id, names, ageClaims, inFile }) => {
          const minor = labels.minor(ageClaims, today)
          return (
            <li key={id} className="min-w-0">
              <bdi dir="auto" translate="no" className="wrap-anywhere">
                {names[0]?.text ?? tc('noName')}
              </bdi>{' '}
              <span className="text-muted">{places.role(inFile)}</span>
              {minor === null ? null : (
                <>
                  {' · '}
                  <strong>{minor}</strong>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
