import { useLocale } from 'next-intl'
import { Who } from '@/components/cases/who'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { TakeRowBack } from '@/components/registers/mistake-fold'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { LineLink } from '@/components/ui/text-link'
import { takeAttendanceBack, takeGroupBack } from '@/lib/activities/group.actions'
import type { GroupPage as Data } from '@/lib/activities/group.data'
import { toGroupForm } from '@/lib/activities/group.view'
import { AttendanceForm } from './attendance-form'
import { GroupForm } from './group-form'
import { useGroupLabels } from './group-labels'

/** One session: how many came, and who of them has a file that the reader may open. */
export const GroupPage = ({ data }: { data: Data }) => {
  const { t, title, facts, people, choices } = useGroupLabels(data)
  const locale = useLocale()
  const { group, attended } = data
  const options = data.choices
    .map(({ caseId, personId, code, full, initials }) => ({
      value: `${caseId}:${personId}`,
      label: `${full ?? initials} (${code})`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <>
      <PageTitle title={t('one')} heading={title(group)}>
        <p>{people(group)}</p>
        <p>{facts(group)}</p>
      </PageTitle>
      <div className="grid max-w-prose gap-6">
        <section aria-labelledby="attended">
          <h2 id="attended">{t('attended.title')}</h2>
          <p className="mt-1 text-muted">{t('attended.what')}</p>
          {attended.length === 0 ? <p className="mt-2">{t('attended.none')}</p> : null}
          <ul className="mt-2">
            {attended.map((row) => {
              const person = (data.people.get(row.caseId) ?? []).find((one) => one.personId === row.personId)
              return (
                <li key={row.id} className="border-b border-hair py-2">
                  <Link href={`/cases/${row.code}?file=${row.caseId}`}>
                    <Who names={person === undefined ? [] : [person]} />{' '}
                    <span className="code">{row.code}</span>
                  </Link>
                  <TakeRowBack
                    of={row.code}
                    row={row}
                    action={takeAttendanceBack}
                    draftKey={`group:mistake:${row.subjectId}`}
                  />
                </li>
              )
            })}
          </ul>
        </section>
        <Card as="section" label={t('attended.add')}>
          {options.length === 0 ? (
            <p>{t('attended.noOne')}</p>
          ) : (
            <AttendanceForm key={attended.length} groupId={group.id} people={options} />
          )}
        </Card>
        <Fold key={group.version} label={t('change')}>
          <GroupForm fields={toGroupForm(group)} choices={choices(group)} />
        </Fold>
        <div className="flex flex-wrap items-center gap-x-5">
          <LineLink href="/activities/groups">{t('all')}</LineLink>
          <ActionButton
            action={takeGroupBack}
            input={{ groupId: group.id, version: group.version }}
            kind="plain"
          >
            {t('takeBack')}
          </ActionButton>
        </div>
      </div>
    </>
  )
}
