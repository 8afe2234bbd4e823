import { useLocale, useTranslations } from 'next-intl'
import { useAgo, useDueLabels } from '@/components/cases/case-labels'
import { useDangerLabels } from '@/components/cases/danger-labels'
import { SIGNAL_KINDS } from '@/components/cases/severity-labels'
import { useSilenceLabels } from '@/components/cases/silence-labels'
import { usePersonLabels } from '@/components/people/person-labels'
import type { Column } from '@/components/ui/table'
import { formatTime } from '@/components/ui/time'
import type { CaseloadLine } from '@/lib/caseload/caseload.data'
import { type Address, type Order, writeSearch } from '@/lib/caseload/caseload.schema'
import { isSecretKind } from '@/lib/cases/case.rules'
import { dangersOf, isDanger } from '@/lib/cases/danger.rules'
import { toRanked } from '@/lib/cases/danger.view'
import { bySeverity, SEVERITIES } from '@/lib/cases/severity.rules'
import { type Labels, labelIn } from '@/lib/cases/word.view'
import { toAgeClaims } from '@/lib/people/person.view'
import { type Day, toDay } from '@/lib/shared/dates'
import type { Part } from './caseload-cell'

type Person = CaseloadLine['people'][number]['person']

/** Who is in a file, by age and nationality; nothing in it names a person. */
const usePeople = (today: Day) => {
  const labels = usePersonLabels()
  return ({ ageClaims: claims, nationalities }: Person): Part[] => {
    const ageClaims = toAgeClaims(claims)
    const minor = labels.minor(ageClaims, today)
    return [
      ['block', labels.short({ ageClaims, nationalities })],
      ...(minor === null ? [] : [['tagLine', 'info', minor] as const]),
    ]
  }
}

/** A column of a list of files: its words, and what a line says in it. */
export type CaseloadColumn = Omit<Column<CaseloadLine>, 'cell' | 'head'> & {
  readonly head: string
  readonly says: (line: CaseloadLine) => readonly Part[]
}

/** The head of a column that orders the list: a second press turns the order round. */
const useSort = (address: Address | null) => (by: Order) => {
  if (address === null) return {}
  const isThis = address.sort.by === by
  const isDown = isThis && !address.sort.isDown
  const state = isThis ? (address.sort.isDown ? 'descending' : 'ascending') : 'none'
  return { sort: { href: writeSearch({ ...address, sort: { by, isDown } }), state } as const }
}

/** The columns of the caseload, in the order of a card on the phone too. Without an address, as on paper, nothing sorts. */
export const useCaseloadColumns = (
  { today, labels: words }: { today: Day; labels: Labels },
  address: Address | null,
): CaseloadColumn[] => {
  const t = useTranslations('caseload')
  const cases = useTranslations('cases')
  const locale = useLocale()
  const dueWords = useDueLabels()
  const ago = useAgo()
  const silence = useSilenceLabels(words)
  const danger = useDangerLabels()
  const sort = useSort(address)
  const person = usePeople(today)
  return [
    {
      key: 'code',
      isRowHead: true,
      head: t('column.code'),
      ...sort('code'),
      // Who looks over a shoulder reads no more than a code and what is urgent.
      says: ({ id, code, kind, ...line }) => [
        ['code', code, id],
        ...dangersOf(toRanked(line), today).flatMap((one) =>
          isDanger(one.rank) ? [['tagLine', 'danger', danger(one)] as const] : [],
        ),
        ...(isSecretKind(kind) ? [] : [['line', words.of('case_kind', kind)] as const]),
      ],
    },
    {
      key: 'person',
      head: t('column.person'),
      says: ({ people, waits }) => [
        ...people.flatMap(({ person: one }) => person(one)),
        ...(waits === null
          ? []
          : [
              [
                'tagLine',
                'late',
                waits.days === null ? t('noGuardian') : t('noGuardianFor', { days: waits.days }),
              ] as const,
            ]),
      ],
    },
    {
      key: 'silence',
      head: t('column.silence'),
      ...sort('silence'),
      says: (line) => {
        const { how, means, state } = silence(line, today)
        return [
          ['text', how],
          state === 'unseen' || state === 'due'
            ? ['tagLine', state === 'unseen' ? 'danger' : 'late', means]
            : ['line', means],
        ]
      },
    },
    {
      key: 'contact',
      head: t('column.contact'),
      ...sort('contact'),
      says: ({ lastContactOn }) => [['text', ago(lastContactOn && toDay(lastContactOn), today)]],
    },
    {
      key: 'step',
      head: t('column.step'),
      ...sort('step'),
      says: ({ nextStepOn }) => {
        const { words: due, isLate } = dueWords(nextStepOn && toDay(nextStepOn), today)
        return [isLate ? ['tag', 'late', due] : ['text', due]]
      },
    },
    {
      key: 'place',
      head: t('column.place'),
      says: ({ stays: [stay] }) => {
        if (stay === undefined) return [['muted', cases('placeUnknown')]]
        const since = stay.since && toDay(stay.since)
        return [
          ['text', labelIn(stay.place, locale)],
          ...(since === null ? [] : [['day', since, formatTime(locale, since, 'dayInYear')] as const]),
        ]
      },
    },
    {
      key: 'missing',
      head: t('column.missing'),
      says: ({ lacks }) => {
        // That a step is late stands in its own column already.
        const shown = lacks.filter((lack) => lack !== 'late')
        return shown.length === 0
          ? [['muted', t('complete')]]
          : [['small', shown.map((lack) => t(`missing.${lack}`)).join(', ')]]
      },
    },
    {
      key: 'signals',
      head: t('column.signals'),
      says: ({ signals, secrecy }) =>
        signals.length === 0
          ? [['muted', cases('noSignals')]]
          : [
              [
                'signals',
                [...signals].sort(bySeverity).map(({ code, severity }) => {
                  const known = SEVERITIES.read(severity)
                  return [
                    SIGNAL_KINDS[known],
                    secrecy === 'open' ? words.of('concern_type', code) : cases(`severity.${known}`),
                    cases(`severity.${known}`),
                  ] as const
                }),
              ],
            ],
    },
    { key: 'worker', head: t('column.worker'), says: ({ worker }) => [['text', worker.name]] },
    {
      key: 'status',
      head: t('column.status'),
      says: ({ status }) => [['text', words.of('case_status', status)]],
    },
  ]
}
