import { useLocale } from 'next-intl'
import { TakeRowBack } from '@/components/registers/mistake-fold'
import { RowTools } from '@/components/registers/row-tools'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { formatTime } from '@/components/ui/time'
import type { ActivitiesPart } from '@/lib/activities/activities-page.data'
import { saveActivity, takeActivityBack } from '@/lib/activities/activity.actions'
import { likeLast, wayLike } from '@/lib/activities/activity.rules'
import { type ActivityRow, activity } from '@/lib/activities/activity.schema'
import { blankActivity } from '@/lib/activities/blank-activity'
import { choosable, projectName } from '@/lib/projects/project.rules'
import { toForm } from '@/lib/records/record.schema'
import type { Day } from '@/lib/shared/dates'
import { labelIn } from '@/lib/shared/labelled'
import { ActivityForm } from './activity-form'
import { useActivityLabels } from './activity-labels'
import { FileGroups } from './file-groups'

/** What was done with the people of a file outside the closed centres: the form of a new one first, then the latest. */
export const FileActivities = ({
  caseId,
  part,
  person,
  isHeld,
  canEdit,
  today,
}: {
  caseId: string
  part: ActivitiesPart
  /** Of whom a new one is. */
  person: string | null
  /** Whether that person is detained now. */
  isHeld: boolean
  canEdit: boolean
  today: Day
}) => {
  const { t, said } = useActivityLabels()
  const { people, current, mistakes, places, projects, last } = part
  const locale = useLocale()
  const first = person === null ? people[0] : people.find(({ id }) => id === person)
  const nameOf = (row: ActivityRow) =>
    people.length < 2 ? null : (people.find(({ id }) => id === row.personId)?.name ?? null)
  const tell = (row: ActivityRow) =>
    said({ ...row, place: places.find(({ id }) => id === row.placeId) ?? null })
  const lines = (row: ActivityRow) => (
    <>
      <p>
        <b className="font-semibold">{formatTime(locale, row.on, 'weekday')}</b> · {tell(row)}
      </p>
      <p dir="auto" className="text-sm text-muted wrap-anywhere empty:hidden">
        {[nameOf(row), projectName(projects, row.projectId)].filter((one) => one !== null).join(' · ')}
      </p>
    </>
  )
  const by = (row: ActivityRow) => (
    <p className="py-1.5 text-sm text-muted">
      {t('by', { name: row.by, at: formatTime(locale, row.recordedAt, 'day') })}
    </p>
  )
  const old = (rows: readonly ActivityRow[], label: string) =>
    rows.length === 0 ? null : (
      <Fold label={label}>
        <ul className="grid gap-3">
          {rows.map((row) => (
            <li key={row.id} className="border-s-2 border-hair ps-3 line-through">
              {lines(row)}
              {by(row)}
            </li>
          ))}
        </ul>
      </Fold>
    )
  const asLast = likeLast(last, projects)
  const form = (row: ActivityRow | null, personId: string) => (
    <ActivityForm
      key={row?.revision ?? current.length + mistakes.length}
      fields={
        row === null
          ? blankActivity(caseId, {
              personId,
              on: today,
              ...asLast,
              way: wayLike(asLast.way, isHeld),
            })
          : toForm(activity, row)
      }
      people={people}
      places={places
        .filter(({ id, isOver }) => !isOver || id === row?.placeId)
        .map((place) => ({ id: place.id, name: labelIn(place, locale) }))}
      projects={choosable(projects, row?.projectId ?? null)}
      today={today}
      send={saveActivity}
      draftKey={`activity:${caseId}:${row?.subjectId ?? ''}`}
    />
  )
  return (
    <div className="grid max-w-prose gap-4">
      <div>
        <h2>{t('title')}</h2>
        <p className="mt-0.5 text-sm text-muted">{t('what')}</p>
      </div>
      {canEdit && first !== undefined ? (
        <Card as="section" label={t('new')} className="print:hidden">
          {form(null, first.id)}
        </Card>
      ) : null}
      {current.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ul className="border-t border-hair empty:hidden">
        {current.map(({ row, earlier }) => (
          <li
            key={row.subjectId}
            id={`row-${row.subjectId}`}
            className="tooled-row min-w-0 border-b border-hair py-2.5"
          >
            {lines(row)}
            {old(earlier, t('earlier', { count: earlier.length }))}
            {canEdit ? (
              <RowTools of={tell(row)}>
                {by(row)}
                <Fold label={t('change')} of={tell(row)}>
                  {form(row, row.personId)}
                </Fold>
                <TakeRowBack
                  of={tell(row)}
                  row={row}
                  action={takeActivityBack}
                  draftKey={`activity:mistake:${row.subjectId}`}
                />
              </RowTools>
            ) : (
              by(row)
            )}
          </li>
        ))}
      </ul>
      <FileGroups part={part} />
      {old(
        mistakes.map(({ row }) => row),
        t('mistakes', { count: mistakes.length }),
      )}
    </div>
  )
}
