import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useClaimLabels } from '@/components/people/claim-labels'
import { Button } from '@/components/ui/button'
import { InlineLink } from '@/components/ui/inline-link'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { fileHref } from '@/lib/cases/file-part.view'
import type { Replaced } from '@/lib/cases/former.data'
import type { Change, Known } from '@/lib/cases/known.data'
import type { PlaceChange } from '@/lib/cases/place.data'
import type { Day } from '@/lib/shared/dates'
import { useReplacedLabels } from './replaced-labels'

/** What was known and who wrote it, change by change; and the file as it was on a day that one chooses. */
export const KnownPart = ({
  caseHeader,
  known,
  today,
  children,
}: {
  caseHeader: CaseHeader
  known: Known
  today: Day
  /** What is done with the page. */
  children: ReactNode
}) => {
  const t = useTranslations('cases.known')
  const { asOf, changes } = known
  return (
    <section aria-labelledby="known" className="grid gap-3">
      <div>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h2 id="known">{t('title')}</h2>
          {children}
        </div>
        <p className="mt-0.5 max-w-prose text-sm text-muted">{t('what')}</p>
      </div>
      <form autoComplete="off" method="get" className="flex flex-wrap items-end gap-3" data-print="no">
        <input type="hidden" name="file" value={caseHeader.id} />
        <div className="grid gap-1">
          <label htmlFor="known-on" className="text-sm font-semibold">
            {t('on')}
          </label>
          <input
            autoComplete="off"
            id="known-on"
            type="date"
            name="on"
            required
            max={today}
            defaultValue={asOf?.on ?? today}
            className="min-h-11 rounded border border-edge bg-surface px-3 text-base text-ink"
          />
        </div>
        <Button type="submit" kind="quiet">
          {t('show')}
        </Button>
      </form>
      {asOf === null ? null : <AsOf caseHeader={caseHeader} asOf={asOf} />}
      <h3 className="font-sans text-base font-semibold">
        {asOf === null ? t('changes') : t('changesUntil')}
      </h3>
      {changes.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ul>
          {changes.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: changes are added and never reordered
            <Line key={index} caseHeader={caseHeader} change={change} />
          ))}
        </ul>
      )}
      {known.keptSince === null ? null : (
        <p className="text-sm text-muted">
          {t.rich('savedSince', { day: () => <Time at={known.keptSince ?? today} /> })}
        </p>
      )}
    </section>
  )
}

/** Whom it is about, in a file of several people. */
const nameOf = ({ people, former }: CaseHeader, personId: string): string | null =>
  people.length + former.length < 2
    ? null
    : ([...people, ...former].find(({ id }) => id === personId)?.names[0]?.text ?? null)

const AsOf = ({ caseHeader, asOf }: { caseHeader: CaseHeader; asOf: NonNullable<Known['asOf']> }) => {
  const t = useTranslations('cases.known')
  const say = useClaimLabels()
  return (
    <div className="rounded border border-edge bg-surface px-4 py-3" data-print="whole">
      <h3 className="font-sans text-base font-semibold">
        {t.rich('asOf', { when: () => <Time at={asOf.on} style="weekday" /> })}
      </h3>
      {asOf.isThere ? (
        <ul className="mt-2 grid gap-1">
          <li>{t('worker', { name: asOf.worker })}</li>
          <li>{asOf.isClosed ? t('wasClosed') : t('wasOpen')}</li>
          {asOf.single === null ? null : <SingleLines caseHeader={caseHeader} single={asOf.single} />}
          {asOf.claims.map(({ id, personId, said }) => (
            <li key={id} className="wrap-anywhere">
              <Whose name={nameOf(caseHeader, personId)} />
              <bdi dir="auto">{say(said)}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-1">{t('notYet')}</p>
      )}
      <p className="mt-2" data-print="no">
        <InlineLink href={fileHref(caseHeader, 'history')}>{t('whole')}</InlineLink>
      </p>
    </div>
  )
}

const Whose = ({ name }: { name: string | null }) =>
  name === null ? null : (
    <>
      <bdi translate="no" className="font-semibold">
        {name}
      </bdi>
      {' · '}
    </>
  )

const Line = ({ caseHeader, change }: { caseHeader: CaseHeader; change: Change }) => {
  const t = useTranslations('cases.known')
  const because = useTranslations('people.withdraw.because')
  const place = usePlaceLabels()
  const say = useClaimLabels()
  const { at, by, kind } = change
  const isClaim = kind === 'said' || kind === 'withdrawn'
  return (
    <li className="justify-between gap-x-4 border-t border-hair py-1.5 sm:flex">
      <span className="min-w-0 wrap-anywhere">
        {isClaim ? (
          <>
            <Whose name={nameOf(caseHeader, change.claim.personId)} />
            <bdi dir="auto">{say(change.claim.said)}</bdi>
          </>
        ) : kind === 'handed' ? (
          t('handed', { from: change.from, to: change.to })
        ) : kind === 'ofPerson' || kind === 'ofFile' || kind === 'step' ? (
          <>
            {kind === 'ofPerson' ? <Whose name={nameOf(caseHeader, change.personId)} /> : null}
            <ReplacedText caseHeader={caseHeader} replaced={change} />
          </>
        ) : kind === 'joined' || kind === 'role' || kind === 'left' || kind === 'returned' ? (
          <>
            <Whose name={nameOf(caseHeader, change.personId)} />
            {place(change)}
          </>
        ) : (
          t(kind)
        )}
        <span className="block text-sm text-muted empty:hidden">
          {kind === 'withdrawn' ? `${t('withdrawn', { because: because(change.because) })} ` : null}
          {kind === 'ofPerson' && change.isOfMerged ? `${t('merged')} ` : null}
          {by === null ? null : t('by', { name: by })}
        </span>
      </span>
      <span className="num shrink-0 text-sm text-muted max-sm:block">
        <Time at={at} style="moment" />
      </span>
    </li>
  )
}

/** What has one value at a time, as it stood that day. */
const SingleLines = ({
  caseHeader,
  single,
}: {
  caseHeader: CaseHeader
  single: NonNullable<NonNullable<Known['asOf']>['single']>
}) => {
  const t = useTranslations('cases.known')
  const labels = useReplacedLabels(caseHeader)
  return (
    <>
      {single.ofFile.map(({ field, value }) => (
        <li key={field}>{t('value', { field: labels.field(field), value: labels.value(field, value) })}</li>
      ))}
      <li className="wrap-anywhere">
        <bdi dir="auto">{t('value', { field: labels.field('step'), value: labels.step(single.step) })}</bdi>
      </li>
      {single.ofPeople.map(({ personId, field, value }) => (
        <li key={personId + field}>
          <Whose name={nameOf(caseHeader, personId)} />
          {t('value', { field: labels.field(field), value: labels.value(field, value) })}
        </li>
      ))}
    </>
  )
}

/** Who came into the file, as what, and who left it. */
const usePlaceLabels = () => {
  const t = useTranslations('cases.known.place')
  const inFile = useTranslations('people.inFile')
  return (change: PlaceChange): string => {
    switch (change.kind) {
      case 'joined':
        return t('joined', { role: inFile(`role.${change.role}`) })
      case 'role':
        return t('role', { was: inFile(`role.${change.was}`), now: inFile(`role.${change.now}`) })
      case 'left':
        return t('left', { because: inFile(`because.${change.because}`) })
      case 'returned':
        return t('returned')
    }
  }
}

/** One value that took the place of another, with both. */
const ReplacedText = ({ caseHeader, replaced }: { caseHeader: CaseHeader; replaced: Replaced }) => {
  const t = useTranslations('cases.known')
  const labels = useReplacedLabels(caseHeader)
  const [field, was, now] =
    replaced.kind === 'step'
      ? [labels.field('step'), labels.step(replaced.was), labels.step(replaced.now)]
      : [
          labels.field(replaced.field),
          labels.value(replaced.field, replaced.was),
          labels.value(replaced.field, replaced.now),
        ]
  return t.rich('became', {
    field,
    was: () => <bdi dir="auto">{was}</bdi>,
    now: () => <bdi dir="auto">{now}</bdi>,
  })
}
