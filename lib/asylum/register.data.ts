import 'server-only'
import type { Work } from '@/lib/db/work'
import { recordStore } from '@/lib/records/record.data'
import { currentOf, mistakesOf, type Revised } from '@/lib/registers/register.rules'
import { mandate } from './mandate.schema'
import { matter } from './matter.schema'
import { NEED_LIST } from './need.rules'
import { need } from './need.schema'
import { screening } from './screening.schema'

const toShown = <R extends Revised>(rows: readonly R[]) => ({
  current: [...currentOf(rows)].reverse(),
  mistakes: mistakesOf(rows),
})

/** The registers beside the procedure. */
export const mandates = recordStore(mandate, {
  list: (tx, asked) => tx.legalMandate.findMany(asked),
  add: (tx, row) => tx.legalMandate.createMany({ data: row }),
})
export const needs = recordStore(need, {
  list: (tx, asked) => tx.specialNeed.findMany(asked),
  add: (tx, row) => tx.specialNeed.createMany({ data: row }),
})
export const screenings = recordStore(screening, {
  list: (tx, asked) => tx.screening.findMany(asked),
  add: (tx, row) => tx.screening.createMany({ data: row }),
})
export const matters = recordStore(matter, {
  list: (tx, asked) => tx.matterStep.findMany(asked),
  add: (tx, row) => tx.matterStep.createMany({ data: row }),
})

/** As the page shows them: what is current, the latest first, and what was taken back. */
export const readRegisters = async (work: Work, caseId: string) => ({
  mandates: toShown(await mandates.list(work, caseId)),
  needs: toShown(await needs.list(work, caseId)),
  screenings: toShown(await screenings.list(work, caseId)),
  matters: toShown(await matters.list(work, caseId)),
})

/** All of them: the access extract gives their words, and the catalogues of the tests have their tables. */
export const REGISTER_STORES = [mandates, needs, screenings, matters] as const

/** Words of every row of a file within reach, also of those that others took the place of; with the person that each is about. */
export const listRegisterWords = async (work: Work, caseId: string) => {
  const said = []
  for (const { list } of REGISTER_STORES)
    for (const row of await list(work, caseId))
      said.push({ ...row, personId: 'personId' in row ? row.personId : null })
  return said
}

/** Whether the code is on the list today. */
export const knowsNeed = async (work: Work, code: string): Promise<boolean> =>
  (await work.tx.codeValue.count({ where: { list: NEED_LIST, code, validTo: null } })) === 1
