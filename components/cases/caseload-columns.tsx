import { useLocale, useTranslations } from 'next-intl'
import type { Column } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { bySeverity } from '@/lib/cases/case.rules'
import type { CaseloadLine } from '@/lib/cases/caseload.data'
import { type Address, type Order, writeSearch } from '@/lib/cases/caseload.schema'
import { labelIn, type Words } from '@/lib/cases/word.view'
import { toAgeClaims } from '@/lib/people/person.view'
import { type Day, toDay } from '@/lib/shared/dates'
import { useAgo, useDueWords } from './case-words'
import { CodeLink } from './code-link'
import { usePersonWords } from './person-words'
import { SignalTag } from './signal-tag'
import { useSilenceWords } from './silence-words'

/** Who is in a file, by age and nationality; nothing in it names a person. */
export const PeopleCell = ({ people, today }: Pick<CaseloadLine, 'people'> & { today: Day }) => {
  const person = usePersonWords()
  return people.map(({ person: one }, index) => {
    const ageClaims = toAgeClaims(one.ageClaims)
    const minor = person.minor(ageClaims, today)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows bear nothing that names a person, not even an id
      <div key={index}>
        {person.short({ ageClaims, nationalities: one.nationalities })}
        {minor === null ? null : (
          <div>
            <Tag kind="info">{minor}</Tag>
          </div>
        )}
      </div>
    )
  })
}

/** The head of a column that orders the list: a second press turns the order round, silence has one direction. */
const useSort = (address: Address | null) => (by: Order) => {
  if (address === null) return {}
  const isThis = address.sort.by === by
  const isDown = isThis && !address.sort.isDown && by !== 'silence'
  const state = isThis ? (address.sort.isDown ? 'descending' : 'ascending') : 'none'
  return { sort: { href: writeSearch({ ...address, sort: { by, isDown } }), state } as const }
}

/** The columns of the caseload, in the order of a card on the phone too. Without an address, as on paper, nothing sorts. */
export const useCaseloadColumns = (
  { today, words }: { today: Day; words: Words },
  address: Address | null,
): Column<CaseloadLine>[] => {
  const t = useTranslations('caseload')
  const cases = useTranslations('cases')
  const locale = useLocale()
  const dueWords = useDueWords()
  const ago = useAgo()
  const silence = useSilenceWords(words)
  const sort = useSort(address)
  return [
    {
      key: 'code',
      isRowHead: true,
      head: t('column.code'),
      ...sort('code'),
      cell: ({ id, code, kind, secrecy }) => (
        <>
          <CodeLink code={code} id={id} />
          <div className="text-sm text-muted">{words.of('case_kind', kind)}</div>
          {secrecy === 'open' ? null : (
            <Tag kind="sealed">{cases(secrecy === 'sealed' ? 'sealed' : 'restricted')}</Tag>
          )}
        </>
      ),
    },
    {
      key: 'person',
      head: t('column.person'),
      cell: ({ people }) => <PeopleCell people={people} today={today} />,
    },
    {
      key: 'silence',
      head: t('column.silence'),
      ...sort('silence'),
      cell: (line) => {
        const { how, means, state } = silence(line, today)
        return (
          <>
            {how}
            <div>
              {state === 'unseen' || state === 'due' ? (
                <Tag kind={state === 'unseen' ? 'danger' : 'late'}>{means}</Tag>
              ) : (
                <span className="text-sm text-muted">{means}</span>
              )}
            </div>
          </>
        )
      },
    },
    {
      key: 'contact',
      head: t('column.contact'),
      ...sort('contact'),
      cell: ({ lastContactOn }) => ago(lastContactOn && toDay(lastContactOn), today),
    },
    {
      key: 'step',
      head: t('column.step'),
      ...sort('step'),
      cell: ({ nextStepOn }) => {
        const { words: due, isLate } = dueWords(nextStepOn && toDay(nextStepOn), today)
        return isLate ? <Tag kind="late">{due}</Tag> : due
      },
    },
    {
      key: 'place',
      head: t('column.place'),
      cell: ({ stays: [stay] }) =>
        stay === undefined ? (
          <span className="text-muted">{cases('placeUnknown')}</span>
        ) : (
          <>
            {labelIn(stay.place, locale)}
            {stay.since === null ? null : (
              <div className="text-sm text-muted">
                <Time at={toDay(stay.since)} style="dayInYear" />
              </div>
            )}
          </>
        ),
    },
    {
      key: 'missing',
      head: t('column.missing'),
      cell: ({ lacks }) => {
        // That a step is late stands in its own column already.
        const shown = lacks.filter((lack) => lack !== 'late')
        return shown.length === 0 ? (
          <span className="text-muted">{t('complete')}</span>
        ) : (
          <span className="text-sm">{shown.map((lack) => t(`missing.${lack}`)).join(', ')}</span>
        )
      },
    },
    {
      key: 'signals',
      head: t('column.signals'),
      cell: ({ signals }) =>
        signals.length === 0 ? (
          <span className="text-muted">{cases('noSignals')}</span>
        ) : (
          <div className="flex flex-wrap gap-1">
            {[...signals].sort(bySeverity).map(({ code, severity }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same worry may have been noted twice
              <SignalTag key={index} severity={severity} label={words.of('concern_type', code)} />
            ))}
          </div>
        ),
    },
    { key: 'worker', head: t('column.worker'), cell: ({ worker }) => worker.name },
    { key: 'status', head: t('column.status'), cell: ({ status }) => words.of('case_status', status) },
  ]
}
