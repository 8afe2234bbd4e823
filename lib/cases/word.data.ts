import 'server-only'
import { DETENTION_KINDS } from '@/lib/countries/vocabulary.rules'
import type { Work } from '@/lib/db/work'
import { withOwnWords } from '@/lib/lists/list.data'
import { withOwnNames } from '@/lib/lists/place-name.data'

/** The labels of whole code lists, in four languages and as the organisation says them; old values too, because old files still say them. */
export const listWords = async (work: Work, lists: readonly string[]) =>
  withOwnWords(
    work,
    await work.tx.codeValue.findMany({
      where: { list: { in: [...lists] } },
      select: {
        list: true,
        code: true,
        labelEn: true,
        labelFr: true,
        labelNl: true,
        labelDe: true,
        validTo: true,
      },
      orderBy: [{ list: 'asc' }, { position: 'asc' }, { validFrom: 'asc' }],
    }),
  )

/** Where someone can be held, for choices and filters, by the names that the organisation gives. */
export const listCentres = async (work: Work) =>
  withOwnNames(
    work,
    await work.tx.place.findMany({
      where: { kind: { in: [...DETENTION_KINDS.codes] }, validTo: null },
      select: {
        id: true,
        slug: true,
        kind: true,
        labelEn: true,
        labelFr: true,
        labelNl: true,
        labelDe: true,
      },
      orderBy: [{ kind: 'asc' }, { position: 'asc' }],
    }),
  )
