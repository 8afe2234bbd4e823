import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { visitCommand } from '@/lib/detention/record-visit.data'
import { LISTS } from '@/lib/detention/visit.rules'
import type { EncounterInput, VisitInput } from '@/lib/detention/visit.schema'
import { findKnown } from '@/lib/detention/visit-known.data'
import { chooseLocale } from '@/lib/i18n/locales'
import { findKept } from '@/lib/people/merge.data'
import { defineCommand } from '@/lib/server/carry-out'
import { newId } from '@/lib/shared/ids'
import type { Row } from './custody-row.data'
import { keepAsDraft } from './draft-of.data'
import { fateOf, setAside } from './set-aside.data'
import { adapt, withOnly } from './visit-pieces'

type Pieces = {
  readonly good: EncounterInput[]
  readonly aside: EncounterInput[]
  readonly gone: EncounterInput[]
}

export const isInFile = async (work: Work, caseId: string, personId: string): Promise<boolean> =>
  (await work.tx.casePerson.count({
    where: { caseId, personId, file: scopeCases(work.actor, 'visit:record', work.now) },
  })) > 0

/** Each conversation judged by itself: one of them never keeps the others from being placed. */
const toPieces = async (work: Work, visit: VisitInput): Promise<Pieces> => {
  const pieces: Pieces = { good: [], aside: [], gone: [] }
  for (const encounter of visit.encounters) {
    const { who } = encounter
    if (who.kind === 'new') {
      pieces.good.push(encounter)
      continue
    }
    const fate = await fateOf(work, who.caseId)
    if (fate === 'closed' || fate === 'elsewhere') pieces.aside.push(encounter)
    else if (fate === 'gone') pieces.gone.push(encounter)
    else {
      const personId = (await isInFile(work, who.caseId, who.personId))
        ? who.personId
        : await findKept(work, who.personId)
      const isThere = personId !== null && (await isInFile(work, who.caseId, personId))
      if (isThere) pieces.good.push({ ...encounter, who: { ...who, personId } })
      else pieces.gone.push(encounter)
    }
  }
  return pieces
}

const LABEL = { en: 'labelEn', fr: 'labelFr', nl: 'labelNl', de: 'labelDe' } as const

/** The words of codes, also of those that may not be picked any more. */
const wordsOf = async (work: Work): Promise<(code: string) => string> => {
  const rows = await work.tx.codeValue.findMany({
    where: { list: { in: Object.values(LISTS) } },
    select: { code: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
  })
  const label = LABEL[chooseLocale({ cookie: undefined, acceptLanguage: null, account: work.actor.locale })]
  const words = new Map(rows.map((row) => [row.code, row[label]]))
  return (code) => words.get(code) ?? code
}

/** What of a visit was not placed, told after the command went well. */
export type Left = { aside: boolean; gone: string | null }

export const visitOf = (row: Row, left: Left) =>
  defineCommand({
    ...visitCommand,
    run: async (work, typed) => {
      const { known } = await findKnown(work, typed.placeId)
      const visit = adapt(typed, known, await wordsOf(work))
      const { good, aside, gone } = await toPieces(work, visit)
      for (const encounter of aside) {
        if (encounter.who.kind !== 'known') continue
        await setAside(work, {
          submissionId: row.id,
          caseId: encounter.who.caseId,
          form: 'visit',
          input: withOnly(visit, [encounter]),
          writtenAt: row.writtenAt,
        })
      }
      left.gone = gone.length > 0 ? newId() : null
      if (left.gone !== null)
        await keepAsDraft(work, {
          form: 'visit',
          requestId: left.gone,
          input: withOnly(visit, gone),
          at: row.writtenAt,
          problem: { code: 'fileGone' },
        })
      left.aside = aside.length > 0
      return visitCommand.run(work, { ...visit, encounters: good })
    },
  })
